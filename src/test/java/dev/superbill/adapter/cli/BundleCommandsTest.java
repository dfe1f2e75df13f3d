package dev.superbill.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles.Flaw;
import dev.superbill.adapter.wire.CodeBundles.Request;
import dev.superbill.adapter.wire.Sample;
import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class BundleCommandsTest {
    private static final Path BUNDLE = Path.of("out/superbill-2026-07-01-0123456789ab.bundle");

    /// Makes a bundle, or fails as it is told to.
    private static final class Bundles extends BundlesOfNothing {
        private final List<Flaw> flaws;
        private Request asked = new Request(List.of(), Path.of(""), 0);

        Bundles(Flaw... flaws) {
            this.flaws = List.of(flaws);
        }

        @Override
        public Summary build(Request request, Progress progress) {
            asked = request;
            if (!flaws.isEmpty()) {
                throw new BundleRefusedException(flaws);
            }
            progress.read("edits.txt", 0, 100);
            progress.read("edits.txt", 50, 100);
            return new Summary(
                    BUNDLE,
                    1_234_567,
                    "0123456789abcdef",
                    List.of(
                            new Loaded(
                                    "edits.txt",
                                    new SourceEdition(
                                            SourceKind.PTP_PRACTITIONER,
                                            "2026Q3",
                                            LocalDate.of(2026, 7, 1),
                                            LocalDate.of(2026, 9, 30)),
                                    "ab",
                                    1_669_820,
                                    1_669_000,
                                    1)),
                    List.of(new Skipped("notes.txt", "none of the files that are read")),
                    List.of(new Flaw("edits.txt", 7, "\"x\" is no date")));
        }

        @Override
        public Verified verify(Path bundle) {
            if (!flaws.isEmpty()) {
                throw new BundleRefusedException(flaws);
            }
            return new Verified(bundle, 1_234_567, "0123456789abcdef");
        }
    }

    private static TestTerminal terminal(Ansi ansi, BundlesOfNothing bundles) {
        return new TestTerminal(
                Sample.api(NoteClassifier.none(), AuditTrail.none()), ansi, bundles);
    }

    @Test
    void theSummaryIsATable() {
        var terminal = terminal(Ansi.OFF, new Bundles());

        assertThat(terminal.run("codes", "build", "--out", "out", "edits.txt")).isZero();
        assertThat(terminal.out())
                .isEqualTo(
                        """
                        KIND              EDITION              SERVICE DATES                ROWS       KEPT   BAD  FILE
                        NCCI              2026Q3               2026-07-01..2026-09-30  1,669,820  1,669,000     1  edits.txt
                        skipped notes.txt: none of the files that are read
                        left out edits.txt:7: "x" is no date
                        out/superbill-2026-07-01-0123456789ab.bundle: 1,234,567 bytes, SHA-256 0123456789abcdef
                        """);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void argumentsReachTheBuild() {
        var bundles = new Bundles();
        terminal(Ansi.OFF, bundles)
                .run(
                        "codes",
                        "build",
                        "--out",
                        "out",
                        "--allow-bad-rows",
                        "3",
                        "ptp-hospital=edits.txt",
                        "pos.csv@2026-01-01..2026-12-31");

        assertThat(bundles.asked)
                .isEqualTo(
                        new Request(
                                List.of("ptp-hospital=edits.txt", "pos.csv@2026-01-01..2026-12-31"),
                                Path.of("out"),
                                3));
    }

    @Test
    void whatIsWrongIsToldLineByLine() {
        var terminal =
                terminal(
                        Ansi.OFF,
                        new Bundles(
                                new Flaw("edits.txt", 7, "\"x\u001B[2J\" is no date"),
                                new Flaw("files.zip", 0, "the archive is damaged")));

        assertThat(terminal.run("codes", "build", "--out", "out", "edits.txt")).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .isEqualTo(
                        """
                        superbill: edits.txt:7: "x [2J" is no date
                        superbill: files.zip: the archive is damaged
                        """);
    }

    @Test
    void ofVeryManyThingsThatAreWrongTheFirstAreTold() {
        var flaws =
                Collections.nCopies(120, new Flaw("edits.txt", 7, "\"x\" is no date"))
                        .toArray(Flaw[]::new);
        var terminal = terminal(Ansi.OFF, new Bundles(flaws));

        assertThat(terminal.run("codes", "build", "--out", "out", "edits.txt")).isEqualTo(2);
        assertThat(terminal.err()).hasLineCount(51).endsWith("superbill: codes: and 70 more\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOurFault() {
        var terminal =
                terminal(
                        Ansi.OFF,
                        new BundlesOfNothing() {
                            @Override
                            public Summary build(Request request, Progress progress) {
                                throw new CodingException(
                                        Fault.STORE_UNAVAILABLE, "The bundle cannot be written.");
                            }
                        });

        assertThat(terminal.run("codes", "build", "--out", "out", "edits.txt")).isEqualTo(1);
        assertThat(terminal.err()).isEqualTo("superbill: out: The bundle cannot be written.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "codes build edits.txt",
        "codes build --out out",
        "codes build --out out --allow-bad-rows -1 edits.txt",
        "codes build --out out --allow-bad-rows some edits.txt",
        "codes verify"
    })
    void argumentsThatMakeNoSenseAreRefused(String line) {
        var terminal = terminal(Ansi.OFF, new Bundles());

        assertThat(terminal.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(terminal.err()).isNotEmpty();
    }

    @Test
    void theProgressIsShownToAPersonAndTakenAway() {
        var terminal = terminal(Ansi.ON, new Bundles());
        terminal.run("codes", "build", "--out", "out", "edits.txt");

        assertThat(terminal.err())
                .isEqualTo(
                        "\r"
                                + "─".repeat(24)
                                + "   0% edits.txt\u001B[K\r"
                                + "━".repeat(12)
                                + "─".repeat(12)
                                + "  50% edits.txt\u001B[K\r\u001B[K");
    }

    @Test
    void aBundleThatIsWholeIsToldSo() {
        var terminal = terminal(Ansi.OFF, new Bundles());

        assertThat(terminal.run("codes", "verify", "x.bundle")).isZero();
        assertThat(terminal.out())
                .isEqualTo("x.bundle is whole: 1,234,567 bytes, SHA-256 0123456789abcdef\n");
    }

    @Test
    void aBundleThatIsDamagedIsRefused() {
        var terminal = terminal(Ansi.OFF, new Bundles(new Flaw("x.bundle", 0, "damaged")));

        assertThat(terminal.run("codes", "verify", "x.bundle")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("superbill: x.bundle: damaged\n");
    }
}
