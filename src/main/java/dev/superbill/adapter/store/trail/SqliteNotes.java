package dev.superbill.adapter.store.trail;

import dev.superbill.audit.NoteStore;
import java.util.Optional;

/// The texts of notes in SQLite, encrypted.
public final class SqliteNotes implements NoteStore {
    private final SqliteDatabase database;
    private final NoteCipher cipher;

    /// @param database where they are kept
    /// @param cipher what seals them
    public SqliteNotes(SqliteDatabase database, NoteCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void keep(String tenant, String answerId, String text) {
        var sealed = cipher.seal(tenant, answerId, text);
        int _ =
                database.write(connection -> {
                    try (var insert =
                            connection.prepareStatement(
                                    "INSERT INTO note (tenant, answer_id, sealed) VALUES (?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING")) {
                        insert.setString(1, tenant);
                        insert.setString(2, answerId);
                        insert.setBytes(3, sealed);
                        return insert.executeUpdate();
                    }
                });
    }

    @Override
    public Optional<String> find(String tenant, String answerId) {
        return sealed(tenant, answerId).map(sealed -> cipher.open(tenant, answerId, sealed));
    }

    private Optional<byte[]> sealed(String tenant, String answerId) {
        return database.read(
                Optional.empty(),
                connection -> {
                    try (var query =
                            connection.prepareStatement(
                                    "SELECT sealed FROM note WHERE tenant = ? AND answer_id = ?")) {
                        query.setString(1, tenant);
                        query.setString(2, answerId);
                        try (var rows = query.executeQuery()) {
                            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                        }
                    }
                });
    }

    @Override
    public void erase(String tenant, String answerId) {
        if (sealed(tenant, answerId).isEmpty()) {
            return;
        }
        int _ =
                database.write(connection -> {
                    try (var delete =
                            connection.prepareStatement(
                                    "DELETE FROM note WHERE tenant = ? AND answer_id = ?")) {
                        delete.setString(1, tenant);
                        delete.setString(2, answerId);
                        return delete.executeUpdate();
                    }
                });
    }
}
