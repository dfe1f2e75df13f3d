package dev.superbill.adapter.store.trail;

import dev.superbill.audit.AuditRecord;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.TrailRecord;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The audit trail in SQLite. That nothing of it is changed is enforced in the database too.
public final class SqliteTrail implements AuditTrail {
    private static final String RECORDS =
            """
            SELECT trail.tenant, trail.sequence, id, kind, time, user, answer_id, note_sha256,
                coalesce(json, '') AS json, content_sha256, previous_hash, hash
            FROM trail LEFT JOIN content
                ON content.tenant = trail.tenant AND content.sequence = trail.sequence
            WHERE trail.tenant = ?
            """;

    /// Steps from tenant to tenant, whatever their chains' lengths.
    private static final String TENANTS =
            """
            WITH RECURSIVE found(tenant) AS (
                SELECT min(tenant) FROM trail
                UNION ALL
                SELECT (SELECT min(trail.tenant) FROM trail WHERE trail.tenant > found.tenant)
                FROM found WHERE found.tenant IS NOT NULL)
            SELECT tenant FROM found WHERE tenant IS NOT NULL
            """;

    private static final String ERASURE =
            """
            DELETE FROM content WHERE tenant = ?1 AND sequence IN (
                SELECT old.sequence FROM trail AS old
                WHERE old.tenant = ?1 AND old.time < ?2
                    AND old.kind IN ('answer', 'decision', 'denial')
                    AND 'hold' <> coalesce((
                        SELECT last.kind FROM trail AS last
                        WHERE last.tenant = old.tenant AND last.answer_id = old.answer_id
                            AND last.kind IN ('hold', 'release')
                        ORDER BY last.sequence DESC LIMIT 1), ''))
            """;

    private final SqliteDatabase database;

    /// @param database where it is kept
    public SqliteTrail(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public TrailRecord append(AuditRecord record) {
        return database.write(connection -> {
            var known = find(connection, record.tenant(), record.id());
            if (known.isPresent()) {
                return Appending.again(known.get(), record);
            }
            var next = following(connection, record);
            insert(connection, next);
            return next;
        });
    }

    private static TrailRecord following(Connection connection, AuditRecord record)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT sequence, hash FROM trail WHERE tenant = ?"
                                + " ORDER BY sequence DESC LIMIT 1")) {
            query.setString(1, record.tenant());
            try (var head = query.executeQuery()) {
                return head.next()
                        ? TrailRecord.after(
                                head.getLong("sequence"), head.getString("hash"), record)
                        : TrailRecord.after(0, TrailRecord.GENESIS, record);
            }
        }
    }

    private static void insert(Connection connection, TrailRecord next) throws SQLException {
        var record = next.record();
        try (var insert =
                connection.prepareStatement(
                        """
                        INSERT INTO trail (tenant, sequence, id, kind, time, user, answer_id,
                            note_sha256, content_sha256, previous_hash, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setString(1, record.tenant());
            insert.setLong(2, next.sequence());
            insert.setString(3, record.id());
            insert.setString(4, record.kind().label());
            insert.setLong(5, record.time().toEpochMilli());
            insert.setString(6, record.user());
            insert.setString(7, record.answerId());
            insert.setString(8, record.noteSha256());
            insert.setString(9, next.contentSha256());
            insert.setString(10, next.previousHash());
            insert.setString(11, next.hash());
            insert.executeUpdate();
        }
        if (!record.content().isEmpty()) {
            try (var insert =
                    connection.prepareStatement(
                            "INSERT INTO content (tenant, sequence, json) VALUES (?, ?, ?)")) {
                insert.setString(1, record.tenant());
                insert.setLong(2, next.sequence());
                insert.setString(3, record.content());
                insert.executeUpdate();
            }
        }
    }

    @Override
    public Optional<TrailRecord> find(String tenant, String id) {
        return database.read(Optional.empty(), connection -> find(connection, tenant, id));
    }

    private static Optional<TrailRecord> find(Connection connection, String tenant, String id)
            throws SQLException {
        try (var query = connection.prepareStatement(RECORDS + "AND id = ?")) {
            query.setString(1, tenant);
            query.setString(2, id);
            return records(query.executeQuery()).stream().findFirst();
        }
    }

    @Override
    public List<TrailRecord> after(String tenant, long after, int limit) {
        return database.read(
                List.of(),
                connection -> {
                    try (var query =
                            connection.prepareStatement(
                                    RECORDS
                                            + "AND trail.sequence > ? ORDER BY trail.sequence LIMIT ?")) {
                        query.setString(1, tenant);
                        query.setLong(2, after);
                        query.setInt(3, limit);
                        return records(query.executeQuery());
                    }
                });
    }

    @Override
    public List<TrailRecord> about(String tenant, String answerId) {
        return database.read(
                List.of(),
                connection -> {
                    try (var query =
                            connection.prepareStatement(
                                    RECORDS + "AND answer_id = ? ORDER BY trail.sequence")) {
                        query.setString(1, tenant);
                        query.setString(2, answerId);
                        return records(query.executeQuery());
                    }
                });
    }

    @Override
    public List<String> tenants() {
        return database.read(
                List.of(),
                connection -> {
                    try (var query = connection.prepareStatement(TENANTS);
                            var rows = query.executeQuery()) {
                        var tenants = new ArrayList<String>();
                        while (rows.next()) {
                            tenants.add(rows.getString(1));
                        }
                        return tenants.stream().sorted().toList();
                    }
                });
    }

    @Override
    public int erase(String tenant, Instant before) {
        if (!database.exists()) {
            return 0;
        }
        int erased =
                database.write(connection -> {
                    try (var delete = connection.prepareStatement(ERASURE)) {
                        delete.setString(1, tenant);
                        delete.setLong(2, before.toEpochMilli());
                        return delete.executeUpdate();
                    }
                });
        if (erased > 0) {
            database.forgetDeleted();
        }
        return erased;
    }

    private static List<TrailRecord> records(ResultSet rows) throws SQLException {
        var records = new ArrayList<TrailRecord>();
        while (rows.next()) {
            records.add(record(rows));
        }
        return records;
    }

    private static TrailRecord record(ResultSet row) throws SQLException {
        var kind =
                RecordKind.labelled(row.getString("kind"))
                        .orElseThrow(() ->
                                new CodingException(
                                        Fault.STORE_UNAVAILABLE,
                                        "the database holds a record of a kind that this program"
                                                + " does not know"));
        return new TrailRecord(
                row.getLong("sequence"),
                new AuditRecord(
                        row.getString("tenant"),
                        row.getString("id"),
                        kind,
                        Instant.ofEpochMilli(row.getLong("time")),
                        row.getString("user"),
                        row.getString("answer_id"),
                        row.getString("note_sha256"),
                        row.getString("json")),
                row.getString("content_sha256"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
