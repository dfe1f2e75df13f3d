package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.superbill.Knowledge;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.Supplement;
import dev.superbill.note.Sex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks the tables that the artifact carries, and the text that they are compiled from.
class EmbeddedTablesTest {
    private static final Path TEXT = Path.of("src/main/resources/codesets");
    private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
    private static final CodeTable TABLE = KNOWLEDGE.codeSets().table();
    private static final Supplement SUPPLEMENT = KNOWLEDGE.codeSets().supplement();
    private static final List<CodeBlock> BLOCKS = blocks();

    private static List<CodeBlock> blocks() {
        try (var files = Files.walk(TEXT)) {
            return files.filter(file -> file.toString().endsWith(".codes"))
                    .sorted()
                    .flatMap(EmbeddedTablesTest::read)
                    .filter(block -> CodeSystem.labelled(block.kind()).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CodeBlock> read(Path file) {
        try {
            return CodeTableText.read(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CodeEntry> entries() {
        return IntStream.range(0, TABLE.size()).mapToObj(TABLE::entry);
    }

    @ParameterizedTest
    @CsvSource({"CPT, 600", "HCPCS, 150", "ICD_10_CM, 600"})
    void everySystemHasItsCodes(CodeSystem system, int least) {
        assertThat(entries().filter(entry -> entry.code().system() == system).count())
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void theTableHoldsWhatTheTextHolds() {
        assertThat(TABLE.size()).isEqualTo(BLOCKS.size());
    }

    @Test
    void everyDescriptionIsShort() {
        assertThat(entries())
                .allSatisfy(entry -> assertThat(entry.description()).hasSizeBetween(1, 120));
    }

    @Test
    void everyEntryIsActiveFromADayToALaterOne() {
        assertThat(entries())
                .allSatisfy(entry ->
                        assertThat(entry.activeFrom())
                                .as(entry.code().value())
                                .isBeforeOrEqualTo(entry.activeTo()));
    }

    @Test
    void everySiblingThatAnUnlessNamesIsAnotherCode() {
        for (var block : BLOCKS) {
            for (var unless : block.all("unless")) {
                var parts = unless.value().split("->", 2);
                if (parts.length == 2) {
                    var sibling = parts[1].strip();
                    assertThat(sibling).as(block.name()).isNotEqualTo(block.name());
                    assertThatCode(() -> EntryBuilder.code(sibling))
                            .as(block.name() + " -> " + sibling)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void everySuccessorIsInTheTableAndLaterThanWhatItReplaces() {
        assertThat(entries().filter(entry -> !entry.successors().isEmpty()))
                .allSatisfy(entry ->
                        assertThat(entry.successors())
                                .as(entry.code().value())
                                .allMatch(code -> TABLE.row(code) != CodeTable.NO_ROW)
                                .doesNotContain(entry.code()));
    }

    @Test
    void everyAddOnNamesItsPrimariesOrAny() {
        assertThat(entries())
                .allSatisfy(entry -> {
                    if (entry.addOn() instanceof AddOn.To(var primaries)) {
                        assertThat(primaries)
                                .as(entry.code().value())
                                .isNotEmpty()
                                .doesNotContain(entry.code());
                    }
                });
    }

    @Test
    void everyAddOnWithNamedPrimariesHasOneInTheTable() {
        assertThat(entries())
                .allSatisfy(entry -> {
                    if (entry.addOn() instanceof AddOn.To(var primaries)) {
                        assertThat(primaries)
                                .as(entry.code().value())
                                .anyMatch(code -> TABLE.row(code) != CodeTable.NO_ROW);
                    }
                });
    }

    @Test
    void codesWithTheSameTriggersAreSetApart() {
        var seen = new HashMap<String, CodeBlock>();
        for (var block : BLOCKS) {
            var triggers = triggers(block);
            if (!triggers.isEmpty()) {
                var same = seen.putIfAbsent(block.kind() + " " + triggers, block);
                assertThat(same == null || setApart(block) || setApart(same))
                        .as("%s and %s", block.name(), same == null ? "" : same.name())
                        .isTrue();
            }
        }
    }

    private static Set<String> triggers(CodeBlock block) {
        return block.all("says").stream()
                .flatMap(says -> Arrays.stream(says.value().split(";", -1)))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean setApart(CodeBlock block) {
        return Stream.of("unless", "needs", "side", "group")
                .anyMatch(key -> !block.all(key).isEmpty());
    }

    @Test
    void everyCodeButTheVisitsHasATrigger() {
        assertThat(BLOCKS)
                .filteredOn(block -> block.all("says").isEmpty())
                .extracting(CodeBlock::name)
                .allMatch(name -> name.startsWith("99"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AUGMENTATIVE | DESCRIPTOR | 75577 75580 0992T 0993T 0897T 0902T 0932T 0731T
                    AUTONOMOUS   | DESCRIPTOR | 92229 0740T 0741T
                    ASSISTIVE    | DESCRIPTOR | 0764T 0765T 0962T 0972T
                    AUGMENTATIVE | INFERRED   | 0877T 0878T 0879T 0880T 0898T 0903T 0904T 0905T
                    AUGMENTATIVE | INFERRED   | 0691T 0648T 0649T 0697T 0698T 0689T 0690T
                    AUGMENTATIVE | INFERRED   | 0721T 0722T 0723T 0724T 0865T 0866T 0716T 0743T
                    AUGMENTATIVE | INFERRED   | 0710T 0711T 0712T 0713T 0623T 0624T 0625T 0626T
                    AUGMENTATIVE | INFERRED   | G0680
                    """)
    void everyServiceOfSoftwareHasItsClass(
            AppendixSClass workClass, AppendixSBasis basis, String codes) {
        for (var code : codes.split(" ", -1)) {
            var appendixS =
                    TABLE.find(EntryBuilder.code(code))
                            .orElseThrow()
                            .appendixS()
                            .told()
                            .orElseThrow();

            assertThat(appendixS.workClass()).as(code).isEqualTo(workClass);
            assertThat(appendixS.basis()).as(code).isEqualTo(basis);
            assertThat(appendixS.inputs()).as(code).isNotEmpty().doesNotContain("");
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    75577, 2025-12-31, false
                    75577, 2026-01-01, true
                    0623T, 2025-12-31, true
                    0623T, 2026-01-01, false
                    0992T, 2025-12-31, false
                    0992T, 2026-01-01, true
                    G0680, 2026-03-31, false
                    G0680, 2026-04-01, true
                    """)
    void aServiceOfSoftwareIsActiveFromItsDate(String code, LocalDate serviceDate, boolean active) {
        assertThat(TABLE.find(EntryBuilder.code(code)).orElseThrow().activeOn(serviceDate))
                .isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource({"0623T", "0624T", "0625T", "0626T"})
    void thePlaqueCodesOfOldAreReplaced(String code) {
        assertThat(TABLE.find(EntryBuilder.code(code)))
                .map(CodeEntry::successors)
                .contains(List.of(new Code.Cpt("75577")));
    }

    @Test
    void theEditionsOfTheYearAreLoaded() {
        assertThat(KNOWLEDGE.codeSets().on(LocalDate.of(2026, 6, 30)))
                .extracting(CodeSetRelease::name)
                .containsExactlyInAnyOrder(
                        "CPT", "HCPCS", "ICD-10-CM", "ICD-10-CM tabular", "NCCI", "payer policy");
        assertThat(KNOWLEDGE.codeSets().releases())
                .allSatisfy(release -> {
                    assertThat(release.checksum()).hasSize(64);
                    assertThat(release.entries()).isPositive();
                });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    O80,    male, 30, false
                    O80,    female, 30, true
                    O80,    female, 70, false
                    99391,  female, 0, true
                    99391,  female, 1, false
                    R52,    male, 30, true
                    """)
    void limitsOfAgeAndSexAreThere(String code, String sex, int years, boolean admitted) {
        var told = Sex.valueOf(sex.toUpperCase(Locale.ROOT));

        assertThat(SUPPLEMENT.limits().of(EntryBuilder.code(code)).stream())
                .satisfies(limits ->
                        assertThat(
                                        limits.stream()
                                                .allMatch(limit ->
                                                        limit.admits(told) && limit.admits(years)))
                                .isEqualTo(admitted));
    }

    @Test
    void nearlyEveryLimitIsOfCodesThatTheTableKnows() throws IOException {
        assertThat(SUPPLEMENT.limits().size()).isGreaterThan(300);
        var unknown =
                rows("patients.limits").stream()
                        .map(line -> line.split(" \\| ", 2)[0].split(" ", 2))
                        .filter(range -> !range[0].equals(CodeSystem.ICD_10_CM.label()))
                        .filter(range -> !knows(Arrays.asList(range[1].split("-", 2)), range[0]))
                        .map(range -> range[1])
                        .toList();
        assertThat(unknown).hasSizeLessThan(SUPPLEMENT.limits().size() / 4);
    }

    /// Whether the table has a code between the ends.
    private static boolean knows(List<String> ends, String system) {
        return entries()
                .map(CodeEntry::code)
                .filter(code -> code.system().label().equals(system))
                .anyMatch(code ->
                        code.value().compareTo(ends.getFirst()) >= 0
                                && code.value().compareTo(ends.getLast()) <= 0);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A41.9, A40.9, true
                    A40.9, A41.9, false
                    B00.9, P35.2, true
                    A41.9, J18.9, false
                    """)
    void exclusionsOfTheTabularListAreThere(String code, String other, boolean excluded) {
        assertThat(
                        KNOWLEDGE
                                .codeSets()
                                .official()
                                .excludes(
                                        new Code.Icd10(code),
                                        new Code.Icd10(other),
                                        LocalDate.of(2026, 6, 30)))
                .matches(found -> found.isPresent() == excluded);
    }

    @Test
    void nearlyEveryExclusionSpeaksOfCodesThatTheTableKnows() throws IOException {
        var known = entries().map(entry -> entry.code().value()).toList();
        long unknown =
                rows("excludes1.notes").stream()
                        .map(line -> line.split(" \\| ", 2)[0])
                        .filter(code -> known.stream().noneMatch(one -> one.startsWith(code)))
                        .filter(code -> known.stream().noneMatch(code::startsWith))
                        .count();
        assertThat(rows("excludes1.notes")).hasSizeGreaterThan(1000);
        assertThat(unknown).isLessThan(rows("excludes1.notes").size() / 2);
    }

    @Test
    void everyRelationIsBetweenCodesOfTheTable() {
        assertThat(SUPPLEMENT.pairs())
                .hasSizeGreaterThan(8)
                .allSatisfy(pair -> {
                    assertThat(TABLE.row(pair.alone())).isNotEqualTo(CodeTable.NO_ROW);
                    assertThat(TABLE.row(pair.withExam())).isNotEqualTo(CodeTable.NO_ROW);
                    assertThat(TABLE.entry(TABLE.row(pair.alone())).addOn())
                            .isEqualTo(new AddOn.No());
                });
        assertThat(SUPPLEMENT.wholes())
                .isNotEmpty()
                .allSatisfy(service ->
                        assertThat(
                                        Stream.concat(
                                                service.wholes().stream(),
                                                service.parts().stream()))
                                .allMatch(code -> TABLE.row(code) != CodeTable.NO_ROW));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2022", "2027-01-01, 2027"})
    void appendixSIsThatOfTheServiceDate(LocalDate serviceDate, int year) {
        var edition = SUPPLEMENT.appendixS(serviceDate);

        assertThat(edition.year()).isEqualTo(year);
        assertThat(AppendixSClass.values())
                .allSatisfy(one -> assertThat(edition.definition(one)).isNotBlank());
        assertThat(KNOWLEDGE.codeSets().describe(new Code.Cpt("75577"), serviceDate))
                .map(entry -> entry.appendixS().told().orElseThrow().edition())
                .contains(year);
    }

    @Test
    void everyNameOfSoftwareIsOneOfItsOwn() throws IOException {
        assertThat(rows("software.txt"))
                .hasSizeGreaterThan(140)
                .allSatisfy(line ->
                        assertThat(line.split(" \\| ", -1)[1].split(";", -1))
                                .allSatisfy(
                                        name -> assertThat(name.strip()).hasSizeGreaterThan(2)));
    }

    private static List<String> rows(String name) throws IOException {
        try (var lines = Files.lines(TEXT.resolve(name))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    @Test
    void theModelHasItsThresholds() {
        assertThat(KNOWLEDGE.confidence().thresholds())
                .hasSize(6)
                .allSatisfy(threshold -> assertThat(threshold).isBetween(0.0, 1.0));
    }
}
