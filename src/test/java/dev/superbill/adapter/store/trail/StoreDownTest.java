package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.NOON;
import static dev.superbill.adapter.store.trail.Records.TENANT;
import static dev.superbill.adapter.store.trail.Records.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class StoreDownTest {
    private static final String SECRET = "the patient's own words";

    @TempDir Path folder;

    @Test
    void aFileThatIsNoDatabaseIsUnavailable() throws IOException {
        var file = folder.resolve("superbill.db");
        Files.writeString(file, "this is no database ".repeat(100));
        try (var database = SqliteFile.database(file)) {
            everythingIsUnavailable(
                    new SqliteTrail(database), new SqliteNotes(database, NoteTexts.cipher()));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsUnavailable() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "").resolve("superbill.db");
        try (var database = SqliteFile.database(file)) {
            unavailable(() -> new SqliteTrail(database).append(answer("a")));
        }
    }

    @Test
    void whatFailedOnceIsTriedAgain() throws IOException {
        var file = folder.resolve("superbill.db");
        Files.writeString(file, "this is no database ".repeat(100));
        try (var database = SqliteFile.database(file)) {
            var trail = new SqliteTrail(database);
            unavailable(() -> trail.append(answer("a")));
            Files.delete(file);
            assertThat(trail.append(answer("a")).sequence()).isEqualTo(1);
        }
    }

    @Test
    void whatDoesNotAnswerIsUnavailable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (var client =
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(
                                settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .endpointOverride(URI.create("http://127.0.0.1:" + port))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("none", "none")))
                        .build()) {
            var tables = new DynamoTables(client, "trail", "content");
            everythingIsUnavailable(
                    new DynamoTrail(tables), new DynamoNotes(tables, NoteTexts.cipher()));
        }
    }

    private static void everythingIsUnavailable(AuditTrail trail, NoteStore notes) {
        unavailable(() -> trail.append(answer("a")));
        unavailable(() -> trail.find(TENANT, "a"));
        unavailable(() -> trail.after(TENANT, 0, 10));
        unavailable(() -> trail.about(TENANT, "a"));
        unavailable(trail::tenants);
        unavailable(() -> trail.erase(TENANT, NOON));
        unavailable(() -> notes.keep(TENANT, "a", SECRET));
        unavailable(() -> notes.find(TENANT, "a"));
        unavailable(() -> notes.erase(TENANT, "a"));
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.STORE_UNAVAILABLE))
                .satisfies(e -> assertThat(told(e)).doesNotContain(SECRET));
    }

    private static String told(Throwable failure) {
        var cause = failure.getCause();
        return failure + (cause == null ? "" : " " + told(cause));
    }
}
