package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.store.trail.NoteCipher;
import dev.superbill.adapter.store.trail.SqliteDatabase;
import dev.superbill.adapter.store.trail.SqliteNotes;
import dev.superbill.adapter.store.trail.SqliteTrail;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/// The store in a SQLite file, which is made when the first record comes.
@Singleton
final class SqliteStore implements EmbeddedStore {
    private static final String SCHEME = "jdbc:sqlite:";

    private final Path file;
    private final SqliteDatabase database;

    /// @param url the database's; its file is `superbill.store.path`
    /// @param source opens connections to it
    /// @param schema brings it to the newest schema
    SqliteStore(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            DataSource source,
            Flyway schema) {
        this.file = Path.of(url.substring(SCHEME.length())).toAbsolutePath();
        this.database = new SqliteDatabase(file, source, schema);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public AuditTrail trail() {
        return new SqliteTrail(database);
    }

    @Override
    public NoteStore notes(NoteCipher cipher) {
        return new SqliteNotes(database, cipher);
    }

    @PreDestroy
    void close() {
        database.close();
    }
}
