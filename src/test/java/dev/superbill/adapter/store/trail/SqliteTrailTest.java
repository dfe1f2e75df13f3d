package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.NOON;
import static dev.superbill.adapter.store.trail.Records.TENANT;
import static dev.superbill.adapter.store.trail.Records.about;
import static dev.superbill.adapter.store.trail.Records.answer;
import static dev.superbill.adapter.store.trail.Records.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.audit.ChainCheck;
import dev.superbill.audit.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTrailTest {
    @TempDir Path folder;

    private Path file = Path.of("");
    private SqliteDatabase database = SqliteFile.database(file);
    private SqliteTrail trail = new SqliteTrail(database);

    @BeforeEach
    void open() {
        file = folder.resolve("deep").resolve("superbill.db");
        database = SqliteFile.database(file);
        trail = new SqliteTrail(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsMadeToBeRead() {
        assertThat(trail.tenants()).isEmpty();
        assertThat(trail.find(TENANT, "a")).isEmpty();
        assertThat(trail.erase(TENANT, NOON)).isZero();

        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        trail.append(answer("a"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            for (var made : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                        .as(made.getFileName().toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anotherProgramReadsAndGoesOn() {
        var first = trail.append(answer("a"));
        try (var other = SqliteFile.database(file)) {
            var theirs = new SqliteTrail(other);
            assertThat(theirs.find(TENANT, "a")).contains(first);
            assertThat(theirs.append(answer("b")).previousHash()).isEqualTo(first.hash());
        }
        assertThat(trail.append(answer("c")).sequence()).isEqualTo(3);
        assertThat(ChainCheck.of(trail, TENANT).breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trail SET user = 'another' WHERE sequence = 1",
                "DELETE FROM trail WHERE sequence = 2",
                "DELETE FROM trail",
                "UPDATE content SET json = '{}' WHERE sequence = 1",
                "DELETE FROM content WHERE sequence = 2",
                "DELETE FROM content WHERE sequence = 1",
                "INSERT OR REPLACE INTO content SELECT tenant, sequence, '{}' FROM content",
                "INSERT OR REPLACE INTO trail SELECT tenant, sequence, id, kind, time, 'another',"
                        + " answer_id, note_sha256, content_sha256, previous_hash, hash FROM trail",
                "INSERT OR REPLACE INTO trail SELECT tenant, 3, id, kind, time, 'another',"
                        + " answer_id, note_sha256, content_sha256, previous_hash, hash FROM trail"
                        + " WHERE sequence = 1",
                "INSERT INTO trail SELECT tenant, 7, 'x', kind, time, user, answer_id, note_sha256,"
                        + " content_sha256, previous_hash, hash FROM trail WHERE sequence = 1"
            })
    void theDatabaseItselfRefusesToChangeTheTrail(String change) {
        trail.append(answer("a"));
        trail.append(about("h", RecordKind.HOLD, "a"));
        var before = trail.after(TENANT, 0, 10);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> SqliteFile.tamper(file, change));
        assertThat(trail.after(TENANT, 0, 10)).isEqualTo(before);
    }

    @Test
    void whatIsErasedIsNoLongerInTheFiles() throws IOException {
        trail.append(saying("{\"x\":\"LOOKFORTHIS\"}", answer("a")));
        trail.append(answer("b"));
        assertThat(everyByte()).contains("LOOKFORTHIS");

        trail.erase(TENANT, NOON.plusSeconds(1));

        assertThat(everyByte()).doesNotContain("LOOKFORTHIS");
    }

    private String everyByte() throws IOException {
        var bytes = new StringBuilder();
        try (var files = Files.list(file.getParent())) {
            for (var one : files.toList()) {
                bytes.append(Files.readString(one, StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}
