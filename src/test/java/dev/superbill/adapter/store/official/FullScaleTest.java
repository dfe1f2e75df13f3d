package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.superbill.adapter.store.BundleFolder;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.SourceKind;
import dev.superbill.note.ClaimType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Builds a bundle of whole official files and compares what it answers with the files themselves,
/// read here in the plainest way. Runs with `-Pfull`, where the data folder is beside the project.
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullScaleTest {
    private static final Path DATA = Path.of("../shared/data/codesets");
    private static final Path ADDITIONS = Path.of("src/main/resources/codesets/additions.txt");
    private static final String STAND_IN = "@2026-01-01..2026-12-31";
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final int COLUMNS = 31;
    private static final long MOST_BYTES = 60_000_000;

    private Optional<CodeBundles.Summary> built = Optional.empty();
    private CodeSets codeSets = EmbeddedKnowledge.load().codeSets();

    @BeforeAll
    void build(@TempDir Path folder) {
        assumeTrue(Files.isDirectory(DATA), "the data folder is not beside the project");
        var sources =
                List.of(
                        DATA + "/icd10cm-order-2026.txt",
                        DATA + "/icd10cm-order-addenda-2026.txt",
                        DATA + "/hcpcs_lvl2.csv" + STAND_IN,
                        DATA + "/PPRRVU2025_Oct_codes_only.csv" + STAND_IN,
                        DATA + "/GPCI2025.csv" + STAND_IN,
                        DATA + "/ncci_ptp_practitioner_2024Q3_active.tsv.gz" + STAND_IN,
                        DATA + "/ncci_mue_prac.csv" + STAND_IN,
                        DATA + "/ncci_aoc.csv" + STAND_IN,
                        DATA + "/pos_codes.csv" + STAND_IN);
        built =
                Optional.of(
                        new BundleBuild()
                                .build(
                                        new CodeBundles.Request(sources, folder, 0),
                                        CodeBundles.Progress.none()));
        codeSets = new BundleFolder(folder, codeSets).current();
    }

    @Test
    void theBundleIsSmallEnoughAndWhole() {
        var summary = built.orElseThrow();

        assertThat(summary.bytes()).isLessThan(MOST_BYTES);
        assertThat(summary.badRows()).isEmpty();
        assertThat(new BundleBuild().verify(summary.bundle()).checksum())
                .isEqualTo(summary.checksum());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ICD_10_CM,        98186
                    PTP_PRACTITIONER, 1669820
                    MUE_PRACTITIONER, 14677
                    ADD_ON,           7465
                    """)
    void everyRowIsKept(SourceKind kind, int rows) {
        assertThat(codeSets.official().release(kind, JUNE))
                .map(CodeSetRelease::entries)
                .contains(rows);
    }

    @Test
    void everyDiagnosisIsBillableWhereTheOrderFileSaysSo() throws IOException {
        int billable = 0;
        for (var line : Files.readAllLines(DATA.resolve("icd10cm-order-2026.txt"))) {
            var value = line.substring(6, 13).strip();
            var code =
                    new Code.Icd10(
                            value.length() > 3
                                    ? value.substring(0, 3) + "." + value.substring(3)
                                    : value);
            boolean header = line.charAt(14) == '0';
            billable += header ? 0 : 1;
            assertThat(codeSets.standing(code, JUNE))
                    .as(value)
                    .isEqualTo(header ? CodeSets.Standing.HEADER : CodeSets.Standing.ACTIVE);
        }
        assertThat(billable).isEqualTo(74_719);
    }

    @Test
    void everyPairIsFoundWithItsIndicatorAndNoOtherIs() throws IOException {
        int asked = 0;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                DATA.resolve(
                                                        "ncci_ptp_practitioner_2024Q3_active.tsv.gz"))),
                                StandardCharsets.UTF_8))) {
            var seen = new HashSet<String>();
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (asked++ % 17 != 0) {
                    continue;
                }
                var fields = line.split("\t", -1);
                var found =
                        codeSets.ptp(
                                code(fields[0]), code(fields[1]), ClaimType.PROFESSIONAL, JUNE);
                assertThat(found).as(line).isPresent();
                assertThat(found.orElseThrow().pair().indicator())
                        .as(line)
                        .isEqualTo(Integer.parseInt(fields[3]));
                assertThat(found.orElseThrow().rationale()).isEqualTo(fields[4]);
                seen.add(fields[0] + fields[1]);
            }
            assertThat(seen).hasSizeGreaterThan(98_000);
        }
        assertThat(codeSets.ptp(code("47562"), code("99213"), ClaimType.PROFESSIONAL, JUNE))
                .isPresent();
        assertThat(codeSets.ptp(code("99213"), code("47562"), ClaimType.PROFESSIONAL, JUNE))
                .isEmpty();
    }

    @Test
    void everyUnlikelyUnitIsThatOfTheFile() throws IOException {
        for (var line :
                Files.readAllLines(DATA.resolve("ncci_mue_prac.csv")).stream().skip(1).toList()) {
            var fields = line.split(",", 4);
            var limit =
                    codeSets.official()
                            .mue(SourceKind.MUE_PRACTITIONER, code(fields[0]), JUNE)
                            .orElseThrow()
                            .limit();
            assertThat(limit.units() + "," + limit.adjudication())
                    .as(fields[0])
                    .isEqualTo(fields[1] + "," + fields[2]);
        }
    }

    @Test
    void everyRowOfTheFeeScheduleGivesItsIndicators() throws IOException {
        int asked = 0;
        for (var line :
                Files.readAllLines(
                                DATA.resolve("PPRRVU2025_Oct_codes_only.csv"),
                                StandardCharsets.ISO_8859_1)
                        .stream()
                        .skip(10)
                        .toList()) {
            // A description may hold commas: the columns after it are counted from the end.
            var all = line.split(",", -1);
            var fields = Arrays.copyOfRange(all, Math.max(0, all.length - COLUMNS), all.length);
            fields[0] = all[0];
            if (fields.length < COLUMNS || !all[1].isBlank() || all[0].length() != 5) {
                continue;
            }
            var told = codeSets.official().fees(code(fields[0]), JUNE).orElseThrow().indicators();
            assertThat(
                            List.of(
                                    told.status(),
                                    told.pcTc(),
                                    told.globalDays(),
                                    told.multipleProcedure(),
                                    told.bilateral(),
                                    told.assistant(),
                                    told.coSurgeons(),
                                    told.team()))
                    .as(line)
                    .containsExactly(
                            fields[3].strip(),
                            fields[13].strip(),
                            fields[14].strip(),
                            fields[18].strip(),
                            fields[19].strip(),
                            fields[20].strip(),
                            fields[21].strip(),
                            fields[22].strip());
            asked++;
        }
        assertThat(asked).isGreaterThan(15_000);
    }

    /// A code of our own table stands in the official files, or in a dated list of additions since
    /// them, or ended before them.
    @Test
    void everyCodeOfOurTableExists() throws IOException {
        var known = new HashSet<String>();
        for (var file : List.of("PPRRVU2025_Oct_codes_only.csv", "hcpcs_lvl2.csv", "rbcs.csv")) {
            for (var line : Files.readAllLines(DATA.resolve(file), StandardCharsets.ISO_8859_1)) {
                known.add(line.split(",", 2)[0].strip());
            }
        }
        for (var line : Files.readAllLines(DATA.resolve("icd10cm-order-2026.txt"))) {
            if (line.charAt(14) == '1') {
                known.add(line.substring(6, 13).strip());
            }
        }
        var additions = additions();
        var table = codeSets.table();
        var strangers = new ArrayList<String>();
        for (int row = 0; row < table.size(); row++) {
            var entry = table.entry(row);
            var value = entry.code().value().replace(".", "");
            if (!known.contains(value) && !additions.contains(value) && !ended(entry)) {
                strangers.add(entry.code().value());
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static boolean ended(CodeEntry entry) {
        return entry.code().system() != CodeSystem.ICD_10_CM
                && entry.activeTo().isBefore(LocalDate.of(2025, 10, 1));
    }

    private static Set<String> additions() throws IOException {
        return Files.readAllLines(ADDITIONS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Code code(String value) {
        return Character.isDigit(value.charAt(0)) ? new Code.Cpt(value) : new Code.Hcpcs(value);
    }
}
