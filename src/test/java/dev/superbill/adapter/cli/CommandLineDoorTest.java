package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.cli.CommandLineDoor.Need;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class CommandLineDoorTest {
    private final Api api = Sample.api(NoteClassifier.none(), AuditTrail.none());
    private final TestTerminal terminal = new TestTerminal(api);

    @TempDir Path folder;

    private String note(String text) throws IOException {
        return Files.writeString(folder.resolve("note.txt"), text).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                        | SERVER
                    serve                     | SERVER
                    serve --help              | NOTHING
                    code note.txt             | ENGINE
                    code -                    | ENGINE
                    code --help               | NOTHING
                    code                      | NOTHING
                    code note.txt --nonsense  | NOTHING
                    check claim.json          | ENGINE
                    check                     | NOTHING
                    eval labels.jsonl notes   | ENGINE
                    eval                      | NOTHING
                    codes show 47562          | ENGINE
                    codes show                | NOTHING
                    codes search knee         | ENGINE
                    codes search              | NOTHING
                    codes                     | NOTHING
                    codes build --out x y     | NOTHING
                    codes build --out x       | NOTHING
                    codes verify x.bundle     | NOTHING
                    --version                 | NOTHING
                    --help                    | NOTHING
                    nonsense                  | NOTHING
                    audit                     | NOTHING
                    audit verify              | STORE
                    audit verify --help       | NOTHING
                    audit hold A              | STORE
                    audit release A           | STORE
                    audit erase --before 2020-01-01 | STORE
                    audit erase               | NOTHING
                    """)
    void onlyWhatNeedsTheEngineStartsIt(String line, Need need) {
        var args = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertThat(
                        CommandLineDoor.open(
                                        Sample.BUILD,
                                        () -> api,
                                        new BundlesOfNothing(),
                                        () -> TestTerminal.keeper(AuditTrail.none()))
                                .needs(args))
                .isEqualTo(need);
    }

    @Test
    void aClaimIsChecked() throws IOException {
        var claim =
                note(
                        """
                        {"encounter":{"serviceDate":"2026-06-15","payer":"medicare"},
                         "lines":[{"code":"47562"},{"code":"47563"}],
                         "diagnoses":[{"code":"K80.10"}]}
                        """);

        assertThat(terminal.run("check", claim)).isZero();
        assertThat(terminal.out())
                .contains("47562", "47563", "K80.10", "! ncci-ptp: ", "Outcome: blocked");
    }

    @Test
    void aClaimThatCannotBeReadIsRefused() throws IOException {
        assertThat(terminal.run("check", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(terminal.run("check", note("{}"))).isEqualTo(2);
        assertThat(terminal.err()).contains("cannot be read", "/lines is required");
    }

    @Test
    void theVersionIsTold() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out()).isEqualTo("superbill 1.0.0+abc1234\n");
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("code ", "codes ", "serve ", "Exit codes");
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense",
        "code",
        "codes",
        "code x --age old",
        "codes show 47562 --date",
        "codes search"
    })
    void argumentsThatMakeNoSenseAreRefused(String line) {
        assertThat(terminal.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(terminal.err()).isNotEmpty();
    }

    @Test
    void aNoteWithoutCodesIsSaidToHaveNone() throws IOException {
        assertThat(terminal.run("code", note("hello"), "--date", "2026-06-15")).isZero();
        assertThat(terminal.out()).contains("No code is supported", "Routing: review");
    }

    @Test
    void jsonIsTheAnswerOfTheInterfaceAndALineEnd() throws IOException {
        assertThat(terminal.run("code", note("hello"), "--date", "2026-06-15", "--json")).isZero();
        assertThat(terminal.out()).startsWith("{\"id\":\"").endsWith("}\n");
    }

    @Test
    void severalNotesAreAnsweredInTurn() throws IOException {
        var note = note("hello");

        assertThat(
                        terminal.run(
                                "code",
                                "--date",
                                "2026-06-15",
                                "--json",
                                note,
                                "/nowhere/at/all",
                                note))
                .isEqualTo(2);
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.err()).contains("/nowhere/at/all: the file cannot be read");
    }

    @Test
    void aBadNoteIsRefusedWithoutItsWords() throws IOException {
        var note = note(Sample.PLANTED + "x".repeat(100_000));

        assertThat(terminal.run("code", note)).isEqualTo(2);
        assertThat(terminal.err())
                .contains("The request is too large", "/note/text is too long")
                .doesNotContain(Sample.PLANTED);
    }

    @Test
    void aBadOptionIsRefusedByTheInterface() throws IOException {
        assertThat(terminal.run("code", note("x"), "--date", "1.6.2026", "--sex", "none"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("/encounter/serviceDate is not a date");
    }

    @Test
    void aCodeThatIsUnknownIsRefused() {
        assertThat(terminal.run("codes", "show", "00000", "--date", "2026-06-15")).isEqualTo(2);
        assertThat(terminal.err()).contains("00000", "in no loaded code set");
    }

    @Test
    void aCodeIsShown() {
        assertThat(terminal.run("codes", "show", "47562", "--date", "2026-06-15")).isZero();
        assertThat(terminal.out()).contains("CPT 47562", "active on 2026-06-15");
    }

    @Test
    void codesAreFound() {
        assertThat(
                        terminal.run(
                                "codes",
                                "search",
                                "lap",
                                "chole",
                                "--date",
                                "2026-06-15",
                                "--system",
                                "cpt,icd-10-cm",
                                "--limit",
                                "2"))
                .isZero();
        var lines = terminal.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("SYSTEM     CODE     SCORE  DESCRIPTION");
        assertThat(lines.get(1))
                .matches("CPT {8}47562 {4}0\\.\\d{3} {2}gallbladder removed by laparoscopy");
    }

    @Test
    void wordsThatFindNothingAreSaidTo() {
        assertThat(terminal.run("codes", "search", "xyzzyplugh", "--date", "2026-06-15")).isZero();
        assertThat(terminal.out()).contains("No code is found");
    }

    @Test
    void aSystemThatCouldNotBeSearchedIsSaid() {
        assertThat(terminal.run("codes", "search", "cholera", "--date", "2025-11-15")).isZero();
        assertThat(terminal.out()).contains("! No loaded edition of CPT covers 2025-11-15.");
    }

    @Test
    void aSearchInJsonIsTheAnswerOfTheInterface() {
        assertThat(terminal.run("codes", "search", "47562", "--date", "2026-06-15", "--json"))
                .isZero();
        assertThat(terminal.out())
                .startsWith("{\"query\":\"47562\",\"date\":\"2026-06-15\",\"items\":[{")
                .endsWith("}\n");
    }

    @Test
    void aSearchThatBreaksAConstraintIsRefused() {
        assertThat(terminal.run("codes", "search", "knee", "--limit", "1000")).isEqualTo(2);
        assertThat(terminal.err()).contains("/limit is a number from 1 to 100");
    }

    @Test
    void aBugOfOursExitsWith1() throws IOException {
        var broken = Sample.broken();

        assertThat(
                        new TestTerminal(broken)
                                .run("code", note(Sample.PLANTED), "--date", "2026-06-15"))
                .isEqualTo(1);
    }

    @Test
    void theTableShowsWhatACoderNeeds() {
        assertThat(table(Ansi.OFF))
                .isEqualTo(
                        """
                        note.txt  2026-06-15  operative 0.99
                        CODE     MOD       CONF  DECISION  DESCRIPTION
                        0001T    RT ×2     0.93  withhold  a service done by software
                                 PROCEDURE: “laparoscopic Quaxbolzinth”
                                 ! ai-output: the output is not documented → state the result
                        K80.10             0.90  suggest   stones
                                 PROCEDURE: “laparoscopic Quaxbolzinth”
                        ! lines: one line dropped
                        Routing: query; the output is not documented

                        """);
    }

    @Test
    void coloursAreOnlyForTerminals() {
        assertThat(table(Ansi.OFF)).doesNotContain("\u001B");
        assertThat(table(Ansi.ON)).contains("\u001B[");
    }

    private static String table(Ansi ansi) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(bytes, bytes, ansi, 100);
        new SuggestionTable(screen).print("note.txt", "2026-06-15", Sample.answer());
        screen.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
