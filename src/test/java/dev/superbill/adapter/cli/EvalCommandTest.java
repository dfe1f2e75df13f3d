package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.InMemoryAuditTrail;
import dev.superbill.classification.NoteClassifier;
import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;
import picocli.CommandLine.Help.Ansi;

class EvalCommandTest {
    private static final String LABEL =
            """
            {"note_id":"n1","cpt_must":["47562"],"icd_must":[],"text":"%s"}
            """;

    private final TestTerminal terminal =
            new TestTerminal(Sample.api(NoteClassifier.none(), AuditTrail.none()));

    @TempDir Path folder;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(EvalCommandTest.class.getResource("/evaluation/" + name))
                        .toURI());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int evaluate(String... options) throws URISyntaxException {
        return terminal.run(arguments(options));
    }

    private static String[] arguments(String... options) throws URISyntaxException {
        var arguments = new String[options.length + 3];
        arguments[0] = "eval";
        arguments[1] = resource("labels.jsonl").toString();
        arguments[2] = resource("notes").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return arguments;
    }

    private JsonNode json(String name) throws IOException {
        return Json.read(Files.readString(folder.resolve(name)), JsonNode.class);
    }

    @Test
    void theFiguresAreATable() throws URISyntaxException {
        assertThat(evaluate("--classifier", "none")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith(
                        "3 notes, 0 without an answer; service date 2026-06-15, classifier none")
                .contains("CPT/HCPCS code", "95 % INTERVAL", "Gastroenterology", "CONFUSION")
                .doesNotContain("did not run", "\u001B", "added by the classifier", "TRAINING");
    }

    @Test
    void aClassifierThatDidNotRunIsSaid() throws URISyntaxException {
        assertThat(evaluate()).isZero();
        assertThat(terminal.out()).contains("! the classifier did not run for 3 notes");
    }

    @Test
    void theWholeResultIsWrittenAndReadAgain() throws Exception {
        var first = folder.resolve("first.json").toString();
        var second = folder.resolve("second.json").toString();
        var training = file("training.jsonl", LABEL.formatted("").replace("47562", "45380"));

        assertThat(evaluate("--json", first, "--limit", "2")).isZero();
        assertThat(evaluate("--json", second, "--against", first, "--training", training)).isZero();

        assertThat(json("first.json").at("/counts/notes").asInt()).isEqualTo(2);
        assertThat(json("first.json").has("comparison")).isFalse();
        var result = json("second.json");
        assertThat(result.at("/format").asText()).isEqualTo("superbill-evaluation/1");
        assertThat(result.at("/notes").size()).isEqualTo(3);
        assertThat(result.at("/comparison/added").asInt()).isEqualTo(1);
        assertThat(result.at("/comparison/differences").has("cpt.f1")).isTrue();
        assertThat(result.at("/comparison/becameWrong").isEmpty()).isTrue();
        assertThat(result.at("/training/0/name").asText()).isNotEmpty();
        assertThat(terminal.out()).contains("seen in training", "SINCE THE EARLIER RESULT");
    }

    @Test
    void lookupAloneIsComparedWith() throws URISyntaxException {
        assertThat(evaluate("--compare-lookup")).isZero();
        assertThat(terminal.out()).containsPattern("added by the classifier +0\\.000");
    }

    @Test
    void thePageStandsAloneAndIsWellFormed() throws Exception {
        var page = folder.resolve("page.html");

        assertThat(evaluate("--html", page.toString())).isZero();
        var html = Files.readString(page);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<th scope=\"row\">Gastroenterology</th>", "prefers-color-scheme: dark")
                .contains("<title id=\"curve-title\">Precision and coverage</title>")
                .doesNotContain("http://", "https://", "<script", "src=", "@import", "NOT_FOUND");
        // But for the tags that HTML leaves open it is XML.
        var xml = html.replaceAll("<!DOCTYPE html>|<meta [^>]*>", "");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void whatFilesTellIsEscaped() throws Exception {
        var labels =
                file(
                        "labels.jsonl",
                        """
                        {"note_id":"n","cpt_must":["1<b>2"],"icd_must":[],"specialties":["<b>\\u001b[2J"],"text":"x"}
                        """);
        var page = folder.resolve("page.html");

        assertThat(terminal.run("eval", labels, "--html", page.toString())).isZero();
        assertThat(terminal.out()).contains("<b> [2J").doesNotContain("\u001B");
        assertThat(Files.readString(page)).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void noWordsOfANoteComeOutUnlessTheyAreAskedFor() throws Exception {
        var labels =
                file(
                        "labels.jsonl",
                        """
                        {"note_id":"n","cpt_must":["47562","99999"],"icd_must":[],
                        "lines":[{"code":"99999","evidence":"%1$s"},{"code":"47562","evidence":"Laparoscopic"}],
                        "text":"PROCEDURE: Laparoscopic cholecystectomy, %1$s."}
                        """
                                        .formatted(Sample.PLANTED)
                                        .replace("\n", "")
                                + "\n");
        var page = folder.resolve("page.html");
        var result = folder.resolve("result.json");
        String[] arguments = {
            "eval", labels, "--json", result.toString(), "--html", page.toString()
        };

        assertThat(terminal.run(arguments)).isZero();
        assertThat(terminal.out() + Files.readString(page) + Files.readString(result))
                .doesNotContain(Sample.PLANTED, "cholecystectomy, ");

        arguments[1] = labels;
        assertThat(terminal.run("eval", labels, "--quotes", "--json", result.toString())).isZero();
        assertThat(terminal.out()).contains("MISSED").contains(Sample.PLANTED);
        assertThat(json("result.json").at("/missed").size()).isEqualTo(1);
        assertThat(json("result.json").at("/missed/0/code").asText()).isEqualTo("99999");
    }

    @Test
    void theAuditTrailKeepsNothing() throws URISyntaxException {
        var trail = new InMemoryAuditTrail();
        var other = new TestTerminal(Sample.api(NoteClassifier.none(), trail), Ansi.OFF);

        assertThat(other.run(arguments())).isZero();
        assertThat(trail.records()).isEmpty();
    }

    @Test
    void aNoteThatIsRefusedIsCountedAndSaid() throws IOException {
        var labels =
                file(
                        "labels.jsonl",
                        LABEL.formatted("Laparoscopic cholecystectomy")
                                + LABEL.formatted(" ").replace("n1", "n2"));

        assertThat(terminal.run("eval", labels)).isEqualTo(2);
        assertThat(terminal.out()).startsWith("2 notes, 1 without an answer");
        assertThat(terminal.err()).contains("n2: The request breaks the interface");
    }

    @Test
    void aDateThatNothingCoversIsRefused() throws URISyntaxException {
        assertThat(evaluate("--date", "1999-01-01")).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("is covered by no loaded edition of CPT");
    }

    @Test
    void aBugOfOursExitsWith1AndSaysNothingOfTheNote() throws IOException {
        var broken = new TestTerminal(Sample.broken());

        assertThat(broken.run("eval", file("labels.jsonl", LABEL.formatted(Sample.PLANTED))))
                .isEqualTo(1);
        assertThat(broken.err()).doesNotContain(Sample.PLANTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                   | labels.jsonl: there are no labels
                    {"note_id":"a                                        | labels.jsonl:1: the line is no JSON object
                    []                                                   | labels.jsonl:1: the line is no JSON object
                    {"note_id":1}                                        | labels.jsonl:1: note_id is no string
                    {"cpt_must":[]}                                      | labels.jsonl:1: note_id is missing
                    {"note_id":"a","icd_must":[]}                        | labels.jsonl:1: cpt_must is no list of codes
                    {"note_id":"a","cpt_must":[1],"icd_must":[]}         | labels.jsonl:1: cpt_must holds something else than strings
                    {"note_id":"a","cpt_must":[""],"icd_must":[]}        | labels.jsonl:1: cpt_must holds something else than strings
                    {"note_id":"a","cpt_must":[],"icd_must":"x"}         | labels.jsonl:1: icd_must is no list of codes
                    {"note_id":"a","cpt_must":[],"icd_must":[],"lines":[{}]} | labels.jsonl:1: one of lines has no code
                    {"note_id":"a","cpt_must":[],"icd_must":[]}          | labels.jsonl:1: the note a is not among the notes
                    """)
    void aLabelThatIsNoneIsRefusedWithItsLine(String line, String complaint) throws IOException {
        assertThat(terminal.run("eval", file("labels.jsonl", line + "\n"))).isEqualTo(2);
        assertThat(terminal.err()).contains(complaint).doesNotContain("Exception", "\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void linesAreCountedFromTheFirst() throws IOException {
        var labels = file("labels.jsonl", LABEL.formatted("x") + "\r\n\n" + LABEL.formatted("x"));

        assertThat(terminal.run("eval", labels)).isEqualTo(2);
        assertThat(terminal.err()).contains("labels.jsonl:4: the note was labelled before");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirLine() throws IOException {
        var labels = folder.resolve("labels.jsonl");
        Files.write(labels, new byte[] {'\n', (byte) 0xFF, '\n'});

        assertThat(terminal.run("eval", labels.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("labels.jsonl:2: the line is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "--classifier, other",
        "--limit, 0",
        "--limit, few",
        "--date, tomorrow",
        "--against, /nowhere/at/all",
        "--training, /nowhere/at/all"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value) throws URISyntaxException {
        assertThat(evaluate(option, value)).isEqualTo(2);
        assertThat(terminal.err()).isNotEmpty().doesNotContain("Exception:", "\tat ");
    }

    @Test
    void lookupCannotBeComparedWithItself() throws URISyntaxException {
        assertThat(evaluate("--classifier", "none", "--compare-lookup")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"format\":\"other\"}'", "x", "''"})
    void anotherFileIsNoEarlierResult(String content) throws Exception {
        assertThat(evaluate("--against", file("earlier.json", content))).isEqualTo(2);
        assertThat(terminal.err())
                .contains("earlier.json: the file is no result of superbill eval");
    }

    @Test
    void aFileThatCannotBeWrittenExitsWith1() throws URISyntaxException {
        assertThat(evaluate("--json", folder.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("the file cannot be written");
    }
}
