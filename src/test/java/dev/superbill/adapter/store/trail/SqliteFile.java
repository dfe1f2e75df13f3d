package dev.superbill.adapter.store.trail;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/// A database to look into.
final class SqliteFile {
    private SqliteFile() {}

    static SqliteDatabase database(Path file) {
        return SqliteDatabase.in(file, source(file));
    }

    static DataSource source(Path file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /// Does to a database what no program may.
    static void tamper(Path file, String... statements) throws SQLException {
        try (Connection connection = source(file).getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
