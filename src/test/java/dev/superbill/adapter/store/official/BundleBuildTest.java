package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles.Progress;
import dev.superbill.adapter.wire.CodeBundles.Request;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleBuildTest {
    private static final String POS = "pos_code,pos_type,pos_name\n11,Non-Facility,Office\n";
    private static final String AOC =
            "primary_code,add_on_code,aoc_edit_type\n0070U,0071U,1\n0070U,0072U,1\n";
    private static final String BAD = AOC + "0070U,72U,1\n0070U,0073U,9\n";
    private static final String DATES = "@2026-01-01..2026-12-31";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private List<String> out() throws IOException {
        var out = folder.resolve("out");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBundleIsWrittenWholeUnderItsDateAndChecksum() throws IOException {
        var summary = desk.read(desk.write("aoc.csv", AOC) + DATES);

        assertThat(out())
                .containsExactly(
                        "superbill-2026-01-01-" + summary.checksum().substring(0, 12) + ".bundle");
        assertThat(summary.bundle()).hasSize(summary.bytes());
        assertThat(new BundleBuild().verify(summary.bundle()).checksum())
                .isEqualTo(summary.checksum());
    }

    @Test
    void theRealBuilderTakesTheRows() throws IOException {
        var source = desk.write("aoc.csv", AOC) + DATES;
        var request = new Request(List.of(source), folder.resolve("out"), 0);
        var summary = new BundleBuild().build(request, Progress.none());

        assertThat(new BundleBuild().verify(summary.bundle()).bytes()).isEqualTo(summary.bytes());
    }

    @Test
    void theSummaryTellsWhatEachFileIs() throws IOException {
        var summary = desk.read(desk.write("aoc.csv", AOC) + DATES);

        assertThat(summary.files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.file()).isEqualTo("aoc.csv");
                    assertThat(file.edition().edition()).isEqualTo("2026 (as stated)");
                    assertThat(file.rows()).isEqualTo(2);
                    assertThat(file.kept()).isEqualTo(2);
                    assertThat(file.bad()).isZero();
                    assertThat(file.sha256())
                            .isEqualTo(
                                    "370dd01b56b5260125533cb1a629492a9a135ebea4a02183df1a7b3b12fa44f0");
                });
        assertThat(desk.checksums()).containsOnlyKeys("aoc.csv");
    }

    @Test
    void aFolderIsReadInOrderOfNamesAndWhatIsNotReadIsListed() throws IOException {
        desk.write("in/b/aoc.csv", AOC);
        desk.write("in/a.csv", POS);
        desk.write("in/notes.txt", "Notes.\n");
        desk.write("in/manual.pdf", "%PDF-1.7\n");
        desk.write("in/empty.csv", "");
        desk.write("in/.hidden.csv", AOC);
        var summary = desk.read(folder.resolve("in") + DATES);

        assertThat(summary.files())
                .extracting(file -> file.file())
                .containsExactly("a.csv", "b/aoc.csv");
        assertThat(summary.skipped())
                .extracting(skipped -> skipped.file())
                .containsExactly("empty.csv", "manual.pdf", "notes.txt");
    }

    @Test
    void membersOfAnArchiveAreRead() throws IOException {
        var archive =
                desk.write(
                        "files.zip",
                        Desk.zip("x/aoc.csv", AOC, "pos.csv.gz", Desk.gz(POS), "x/", ""));
        var summary = desk.read(archive + DATES);

        assertThat(summary.files())
                .extracting(file -> file.file())
                .containsExactly("files.zip!pos.csv.gz", "files.zip!x/aoc.csv");
        assertThat(desk.rows()).hasSize(3);
    }

    @Test
    void ofOneTableInSeveralFormsOnlyOneIsRead() throws IOException {
        var archive =
                desk.write(
                        "rvu.zip",
                        Desk.zip(
                                "AOC_V2026Q2-MCR.csv",
                                AOC,
                                "AOC_V2026Q2-MCR.txt",
                                "a layout that is not read\n",
                                "AOC_V2026Q2-MCR.xlsx",
                                Desk.workbook(
                                        "AOC_Edit_Type|Add-On_Code|Primary_Code|AOC_Edit_EffDT",
                                        "#1|0071U|0070U|#2026091")));
        var summary = desk.read(archive);

        assertThat(summary.files())
                .extracting(file -> file.file())
                .containsExactly("rvu.zip!AOC_V2026Q2-MCR.csv");
        assertThat(summary.skipped())
                .extracting(skipped -> skipped.file() + ": " + skipped.why())
                .containsExactly(
                        "rvu.zip!AOC_V2026Q2-MCR.xlsx: the same table as AOC_V2026Q2-MCR.csv",
                        "rvu.zip!AOC_V2026Q2-MCR.txt: another form of the same table is read");
    }

    @Test
    void aFileThatIsCutShortIsRefusedWithTheLineItReaches() throws IOException {
        var rows = new StringBuilder(AOC);
        for (int i = 0; i < 60_000; i++) {
            rows.append(String.format("0070U,%04dU,1%n", (i * 7919) % 10_000));
        }
        var whole = Desk.gz(rows.toString().replace("\r", ""));
        var cut = desk.write("aoc.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        assertThat(desk.flaws(cut + DATES))
                .matches("aoc\\.csv\\.gz:[1-9]\\d+: the file is cut short after this line");
        assertThat(out()).isEmpty();
    }

    @Test
    void aPackedFileThatIsDamagedIsRefused() throws IOException {
        var bytes = Desk.gz(AOC);
        bytes[bytes.length - 6] ^= 1;

        assertThat(desk.flaws(desk.write("aoc.csv.gz", bytes) + DATES))
                .contains("aoc.csv.gz", "damaged");
    }

    @Test
    void aWorkbookThatIsDamagedIsRefused() throws IOException {
        var rows = new String[400];
        Arrays.setAll(rows, i -> String.format("#1|%04dU|0070U|#2026091", i));
        rows[0] = "AOC_Edit_Type|Add-On_Code|Primary_Code|AOC_Edit_EffDT";
        var whole = Desk.workbook(rows);
        var name = "AOC_V2026Q2-MCR.xlsx";

        var cut = desk.write(name, Arrays.copyOf(whole, whole.length - 40));
        assertThat(desk.flaws(cut)).isEqualTo(name + ": the file is damaged");

        desk.read(desk.write(name, whole));
        var rightRows = List.copyOf(desk.rows());
        assertThat(rightRows).hasSize(399);

        for (int at = 100; at < whole.length - 30; at += whole.length / 60) {
            var bytes = whole.clone();
            bytes[at] ^= 0x55;
            var file = desk.write(name, bytes);
            assertThat(outcome(file, rightRows))
                    .as("a wrong byte at %d", at)
                    .isNotEqualTo("other rows");
        }
    }

    /// Whatever is wrong with a file, it is told and not thrown.
    private String outcome(String file, List<OfficialRow> whole) {
        empty();
        try {
            desk.read(file);
            return desk.rows().equals(whole) ? "read" : "other rows";
        } catch (BundleRefusedException _) {
            return "refused";
        }
    }

    @Test
    void anArchiveThatIsCutShortIsRefused() throws IOException {
        var whole = Desk.zip("aoc.csv", AOC, "pos.csv", POS);
        var cut = desk.write("files.zip", Arrays.copyOf(whole, whole.length - 30));

        assertThat(desk.flaws(cut + DATES))
                .isEqualTo("files.zip: the archive is damaged or cut short");
    }

    @Test
    void aMemberThatDiffersFromItsChecksumIsRefused() throws IOException {
        var stored = new String(Desk.zip("aoc.csv", AOC), StandardCharsets.ISO_8859_1);
        var bytes = Desk.zip("aoc.csv", AOC);
        // The checksum of the archive's directory stands 16 bytes after its mark.
        bytes[stored.indexOf("PK\u0001\u0002") + 16] ^= 1;

        assertThat(desk.flaws(desk.write("files.zip", bytes) + DATES))
                .contains("files.zip!aoc.csv", "damaged");
    }

    @Test
    void badRowsWithinTheAllowanceAreLeftOutAndListed() throws IOException {
        var source = desk.write("aoc.csv", BAD) + DATES;
        var summary = desk.read(2, source);

        assertThat(summary.badRows())
                .extracting(Desk::told)
                .containsExactly(
                        "aoc.csv:4: \"72U\" is no procedure code",
                        "aoc.csv:5: \"9\" is no type of add-on code");
        assertThat(summary.files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.rows()).isEqualTo(4);
                    assertThat(file.kept()).isEqualTo(2);
                    assertThat(file.bad()).isEqualTo(2);
                });
        assertThatExceptionOfType(BundleRefusedException.class)
                .isThrownBy(() -> desk.read(1, source))
                .satisfies(e -> assertThat(e.flaws()).hasSize(2));
    }

    @Test
    void theAllowanceIsForAllFilesTogetherAndForRowsAlone() throws IOException {
        var one = desk.write("a/aoc.csv", BAD) + DATES;
        var other = desk.write("b/aoc.csv", BAD) + DATES;
        var cut = desk.write("c/LONGULT.txt", "no CPT at all\n");

        assertThatExceptionOfType(BundleRefusedException.class)
                .isThrownBy(() -> desk.read(3, one, other));
        assertThatExceptionOfType(BundleRefusedException.class)
                .isThrownBy(() -> desk.read(10, one, cut))
                .satisfies(e -> assertThat(e.flaws()).hasSize(1));
    }

    @Test
    void aBuildThatFailsLeavesTheFolderAsItWas() throws IOException {
        desk.read(desk.write("aoc.csv", AOC) + DATES);
        var before = out();

        assertThat(desk.flaws(desk.write("bad.csv", BAD) + DATES)).isNotEmpty();
        assertThat(out()).isEqualTo(before);

        var failing =
                new BundleBuild(() ->
                        new RowSink() {
                            @Override
                            public void source(SourceEdition edition, String file, String sha) {}

                            @Override
                            public void add(SourceEdition edition, OfficialRow row) {}

                            @Override
                            public FlatFile.Builder build() {
                                throw new IllegalStateException("a bug");
                            }
                        });
        var request =
                new Request(List.of(folder.resolve("aoc.csv") + DATES), folder.resolve("out"), 0);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> failing.build(request, Progress.none()));
        assertThat(out()).isEqualTo(before);
    }

    @Test
    void aRowThatContradictsAnotherIsBad() throws IOException {
        var source = desk.write("pos.csv", POS + "11,Facility,Office\n");
        var request = new Request(List.of(source), folder.resolve("out"), 0);

        assertThatExceptionOfType(BundleRefusedException.class)
                .isThrownBy(() -> new BundleBuild().build(request, Progress.none()))
                .satisfies(e ->
                        assertThat(e.flaws())
                                .extracting(Desk::told)
                                .containsExactly(
                                        "pos.csv:3: the edition has another row for 11 already"));
    }

    @Test
    void theSameSourcesGiveTheSameBundle() throws IOException {
        var source = desk.write("aoc.csv", AOC) + DATES;
        var request = new Request(List.of(source), folder.resolve("out"), 0);
        var one = new BundleBuild().build(request, Progress.none());
        var other = new BundleBuild().build(request, Progress.none());

        assertThat(one.bundle()).isEqualTo(other.bundle());
        assertThat(out()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nowhere.csv                        | there is no such file or folder
                    nonsense=nowhere.csv               | "nonsense" is no kind of file; the kinds are cpt, hcpcs, icd-10-cm
                    nowhere@2026-13-01..2026-12-31     | the range is not of dates such as 2026-01-01
                    nowhere@2026-12-31..2026-01-01     | the range ends before it begins
                    """)
    void anArgumentThatMakesNoSenseIsRefused(String argument, String what) {
        assertThat(desk.flaws(argument)).startsWith(argument + ": " + what);
    }

    @Test
    void aFileThatNothingRecognisesIsRefusedWhereItIsNamed() throws IOException {
        assertThat(desk.flaws(desk.write("notes.txt", "Notes.\n")))
                .isEqualTo("notes.txt: it is none of the files that can be read");
    }

    @Test
    void aFolderWithNothingToReadIsRefused() throws IOException {
        desk.write("in/notes.txt", "Notes.\n");

        assertThat(desk.flaws(folder.resolve("in").toString()))
                .isEqualTo("sources: there is nothing to read in them");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        assertThat(
                        desk.flaws(
                                desk.write("notes.txt", "Notes.\n"),
                                desk.write("aoc.csv", BAD) + DATES,
                                "nowhere"))
                .hasLineCount(4);
    }

    @Test
    void progressReachesTheEndOfEveryFile() throws IOException {
        var told = new ArrayList<String>();
        var source = desk.write("aoc.csv", AOC) + DATES;
        new BundleBuild(() -> desk)
                .build(
                        new Request(List.of(source), folder.resolve("out"), 0),
                        (file, done, total) -> told.add(file + " " + done + "/" + total));

        assertThat(told).containsExactly("aoc.csv 0/67", "aoc.csv 67/67");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAStoreThatIsDown() throws IOException {
        var source = desk.write("aoc.csv", AOC) + DATES;
        var request = new Request(List.of(source), Path.of(desk.write("file", "x")), 0);

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> new BundleBuild(() -> desk).build(request, Progress.none()))
                .extracting(CodingException::fault)
                .isEqualTo(Fault.STORE_UNAVAILABLE);
    }

    @Test
    void aBundleThatIsDamagedOrCutIsTold() throws IOException {
        var bundle = desk.read(desk.write("aoc.csv", AOC) + DATES).bundle();
        var bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 9] ^= 1;
        Files.write(bundle, bytes);
        assertRefused(bundle, "the content differs from its checksum");

        Files.write(bundle, Arrays.copyOf(bytes, bytes.length - 8));
        assertRefused(bundle, "the flat file is cut short");

        assertRefused(folder.resolve("nowhere"), "the file cannot be read");
    }

    private static void assertRefused(Path bundle, String what) {
        assertThatExceptionOfType(BundleRefusedException.class)
                .isThrownBy(() -> new BundleBuild().verify(bundle))
                .satisfies(e ->
                        assertThat(e.flaws())
                                .extracting(Desk::told)
                                .containsExactly(bundle + ": " + what));
    }
}
