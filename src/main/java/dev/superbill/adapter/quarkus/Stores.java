package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.store.trail.DynamoNotes;
import dev.superbill.adapter.store.trail.DynamoTables;
import dev.superbill.adapter.store.trail.DynamoTrail;
import dev.superbill.adapter.store.trail.MemoryNotes;
import dev.superbill.adapter.store.trail.NoteCipher;
import dev.superbill.adapter.store.trail.NoteKey;
import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Where the audit trail and the texts of notes are kept, as the settings say.
final class Stores {
    private static final int NOTES_IN_MEMORY = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TABLES =
            "superbill.store.trail-table and superbill.store.content-table name the tables of"
                    + " DynamoDB: set both";

    private enum Kind {
        SQLITE,
        DYNAMODB,
        NONE
    }

    @Produces
    @Singleton
    AuditTrail auditTrail(SuperbillConfig config, Instance<EmbeddedStore> embedded) {
        return switch (kind(config.store())) {
            case SQLITE -> embedded(embedded).trail();
            case DYNAMODB -> new DynamoTrail(tables(config.store()));
            case NONE -> AuditTrail.none();
        };
    }

    /// Notes are kept for the answers of a trail: without one there is nothing to come back to.
    @Produces
    @Singleton
    NoteStore noteStore(SuperbillConfig config, Instance<EmbeddedStore> embedded) {
        var kind = kind(config.store());
        return switch (config.notes().kept()) {
            case "memory" ->
                    kind == Kind.NONE ? NoteStore.none() : new MemoryNotes(NOTES_IN_MEMORY);
            case "until-signed", "kept" ->
                    switch (kind) {
                        case SQLITE -> {
                            var store = embedded(embedded);
                            yield store.notes(new NoteCipher(fileKey(config.notes(), store)));
                        }
                        case DYNAMODB ->
                                new DynamoNotes(
                                        tables(config.store()),
                                        new NoteCipher(key(config.notes())));
                        case NONE -> NoteStore.none();
                    };
            default ->
                    throw new ConfigurationException(
                            "superbill.notes is until-signed, kept or memory, not \""
                                    + config.notes().kept()
                                    + "\"");
        };
    }

    @Produces
    @Singleton
    TrailKeeper trailKeeper(AuditTrail trail, Instance<NoteStore> notes) {
        return new TrailKeeper(trail, notes::get, Clock.systemUTC(), new SecureRandom());
    }

    private static Kind kind(SuperbillConfig.Store store) {
        var told = store.kind().orElseGet(() -> otherwise(store));
        return switch (told) {
            case "sqlite" -> Kind.SQLITE;
            case "dynamodb" -> Kind.DYNAMODB;
            case "none" -> Kind.NONE;
            default ->
                    throw new ConfigurationException(
                            "superbill.store.kind is sqlite, dynamodb or none, not \""
                                    + told
                                    + "\"");
        };
    }

    private static String otherwise(SuperbillConfig.Store store) {
        if (store.trailTable().isPresent()) {
            return "dynamodb";
        }
        return store.path().isPresent() ? "sqlite" : store.otherwise();
    }

    private static EmbeddedStore embedded(Instance<EmbeddedStore> embedded) {
        if (embedded.isUnsatisfied()) {
            throw new ConfigurationException(
                    "This binary has no SQLite: superbill.store.kind is dynamodb or none");
        }
        return embedded.get();
    }

    private static DynamoTables tables(SuperbillConfig.Store store) {
        var trail = store.trailTable().orElseThrow(() -> new ConfigurationException(TABLES));
        var content = store.contentTable().orElseThrow(() -> new ConfigurationException(TABLES));
        var client =
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(settings -> settings.apiCallTimeout(PATIENCE));
        store.endpoint().ifPresent(client::endpointOverride);
        return new DynamoTables(client.build(), trail, content);
    }

    private static Supplier<SecretKey> fileKey(SuperbillConfig.Notes notes, EmbeddedStore store) {
        return notes.key().isPresent()
                ? key(notes)
                : NoteKey.in(store.file().resolveSibling(store.file().getFileName() + ".key"));
    }

    private static Supplier<SecretKey> key(SuperbillConfig.Notes notes) {
        Optional<SecretKey> key = notes.key().flatMap(NoteKey::of);
        if (key.isEmpty()) {
            throw new ConfigurationException(
                    "superbill.notes.key is 32 bytes in Base64, such as openssl rand -base64 32"
                            + " prints; superbill.notes=memory needs none");
        }
        return key::orElseThrow;
    }
}
