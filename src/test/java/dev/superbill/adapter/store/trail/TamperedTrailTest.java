package dev.superbill.adapter.store.trail;

import static dev.superbill.adapter.store.trail.Records.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.cli.TestTerminal;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `superbill audit verify` finds in a file to which somebody else wrote.
class TamperedTrailTest {
    private static final String[] WITHOUT_TRIGGERS = {
        "DROP TRIGGER trail_appended",
        "DROP TRIGGER trail_unchanged",
        "DROP TRIGGER trail_kept",
        "DROP TRIGGER content_written_once",
        "DROP TRIGGER content_unchanged",
        "DROP TRIGGER content_held"
    };

    @TempDir Path folder;

    private Path file = Path.of("");
    private SqliteDatabase database = SqliteFile.database(file);
    private TestTerminal terminal =
            new TestTerminal(TestTerminal.keeper(new SqliteTrail(database)));

    @BeforeEach
    void fill() {
        file = folder.resolve("superbill.db");
        database = SqliteFile.database(file);
        var trail = new SqliteTrail(database);
        for (int i = 1; i <= 5; i++) {
            trail.append(answer("r" + i));
        }
        terminal = new TestTerminal(TestTerminal.keeper(trail));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        assertThat(terminal.run("audit", "verify")).isZero();
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE content SET json = '{}' WHERE sequence = 3                     | record 3 (r3): it is not what was written
                    UPDATE trail SET user = 'another' WHERE sequence = 3                  | record 3 (r3): it is not what was written
                    UPDATE trail SET time = time - 86400000 WHERE sequence = 3            | record 3 (r3): it is not what was written
                    UPDATE trail SET note_sha256 = '' WHERE sequence = 3                  | record 3 (r3): it is not what was written
                    DELETE FROM trail WHERE sequence = 3                                  | record 4 (r4): a record before it is missing
                    DELETE FROM trail WHERE sequence = 1                                  | record 2 (r2): a record before it is missing
                    UPDATE trail SET sequence = sequence + 1000 WHERE sequence >= 3       | record 1003 (r3): a record before it is missing
                    UPDATE trail SET tenant = 'other' WHERE sequence = 5                  | other: record 5 (r5): a record before it is missing
                    """)
    void whatIsChangedIsFound(String change, String told) throws SQLException {
        SqliteFile.tamper(file, WITHOUT_TRIGGERS);
        SqliteFile.tamper(file, change);

        assertThat(terminal.run("audit", "verify")).isEqualTo(1);
        assertThat(terminal.err()).contains(told);
    }

    @Test
    void recordsThatChangedPlacesAreFound() throws SQLException {
        SqliteFile.tamper(file, WITHOUT_TRIGGERS);
        SqliteFile.tamper(
                file,
                "UPDATE trail SET sequence = 99 WHERE sequence = 2",
                "UPDATE trail SET sequence = 2 WHERE sequence = 4",
                "UPDATE trail SET sequence = 4 WHERE sequence = 99",
                "UPDATE content SET sequence = 99 WHERE sequence = 2",
                "UPDATE content SET sequence = 2 WHERE sequence = 4",
                "UPDATE content SET sequence = 4 WHERE sequence = 99");

        assertThat(terminal.run("audit", "verify")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("record 2 (r4): it does not follow the record before it")
                .contains("record 2 (r4): it is not what was written")
                .contains("record 4 (r2): it does not follow the record before it");
    }

    @Test
    void whatIsCutOffAtTheEndIsFoundByAHeadThatWasNoted() throws SQLException {
        var head = new SqliteTrail(database).after(Records.TENANT, 4, 1).getFirst().hash();
        SqliteFile.tamper(file, WITHOUT_TRIGGERS);
        SqliteFile.tamper(file, "DELETE FROM trail WHERE sequence = 5");

        assertThat(terminal.run("audit", "verify")).isZero();
        assertThat(terminal.run("audit", "verify", "--head", head)).isEqualTo(1);
    }

    @Test
    void aKindThatNobodyKnowsIsNotReadPast() throws SQLException {
        SqliteFile.tamper(file, WITHOUT_TRIGGERS);
        SqliteFile.tamper(file, "UPDATE trail SET kind = 'x' WHERE sequence = 3");

        assertThat(terminal.run("audit", "verify")).isEqualTo(1);
        assertThat(terminal.err()).contains("kind");
    }
}
