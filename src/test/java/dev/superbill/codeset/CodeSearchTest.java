package dev.superbill.codeset;

import static dev.superbill.codeset.SearchBook.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.SearchBook.Shelf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSearchTest {
    private static final Shelf SHELF =
            new SearchBook()
                    .code("00001", "gallbladder removed by laparoscopy", "lap chole", "gb out")
                    .code("00002", "gallbladder removed through an open cut", "open chole")
                    .code("00003", "widget of the gallbladder", "esophagogastroduodenoscop*")
                    .code("00004", "left knee joint replaced", "tkr")
                    .code("00005", "knee joint looked into", "scope knee")
                    .code("G0006", "knee brace")
                    .code("G0007", "gallbladder brace, left")
                    .code("A01.1", "gallbladder inflammation, acute")
                    .code("A01.2", "gallbladder inflammation, chronic")
                    .code("A01.3", "heart failure, congestive")
                    .code("A02.4", "failure of another heart")
                    .code(
                            CodeEntry.known(
                                    EntryBuilder.code("00008"),
                                    "retired zeppelin",
                                    CodeEntry.ALWAYS_FROM,
                                    LocalDate.of(2025, 12, 31)))
                    .family("00005", "Arthroscopy")
                    .abbreviation("chf", "congestive heart failure")
                    .abbreviation("tkr", "total knee replacement")
                    .abbreviation("gall bladder", "gallbladder")
                    .open();

    @ParameterizedTest
    @CsvSource({
        "gallbladder laparoscopy, 00001",
        "laparoscopy gallbladder, 00001",
        "Laparoscopic GALLBLADDER removal, 00001",
        "gállbladder rémoved lapároscopy, 00001",
        "lap chole, 00001",
        "open chole, 00002",
        "gall bladder laparoscopy, 00001",
        "galbladder laparoscopy, 00001",
        "gallbaldder laparoscopy, 00001",
        "gallblader laparascopic, 00001",
        "laparosc, 00001",
        "tkr, 00004",
        "arthroscopies, 00005",
        "chf, A01.3",
        "congestive heart failure, A01.3",
        "esophagogastroduodenoscopies, 00003",
        "brace for the knee, G0006",
        "00002, 00002",
        "a011, A01.1",
        "A01.2, A01.2",
        "gallbladder 00002, 00002"
    })
    void theBestCodeComesFirst(String query, String code) {
        assertThat(SHELF.codes(query)).first().isEqualTo(code);
    }

    @Test
    void theBeginningOfACodeListsItsCodesInOrder() {
        assertThat(SHELF.codes("0000"))
                .containsExactly("00001", "00002", "00003", "00004", "00005");
        assertThat(SHELF.codes("A01")).containsExactly("A01.1", "A01.2", "A01.3");
        assertThat(SHELF.codes("a01.")).containsExactly("A01.1", "A01.2", "A01.3");
    }

    @Test
    void severalCodesAreAllFound() {
        assertThat(SHELF.codes("00004, A01.2; 00001")).startsWith("00001", "00004", "A01.2");
        assertThat(SHELF.score("00004, A01.2", "A01.2")).isEqualTo(1);
    }

    @Test
    void theOrderOfWordsDoesNotChangeWhatIsFound() {
        assertThat(SHELF.codes("inflammation acute gallbladder"))
                .containsExactlyInAnyOrderElementsOf(SHELF.codes("gallbladder acute inflammation"));
    }

    @Test
    void wordsInOrderAndSideBySideAreWorthMore() {
        assertThat(SHELF.score("knee joint", "00005"))
                .isGreaterThan(SHELF.score("joint knee", "00005"));
        assertThat(SHELF.codes("heart failure")).containsExactly("A01.3", "A02.4");
    }

    @Test
    void aDescriptionThatBeginsWithTheWordsIsWorthMore() {
        assertThat(SHELF.score("knee", "00005")).isGreaterThan(SHELF.score("knee", "00004"));
    }

    @Test
    void aWordThatIsNowhereLowersTheScoreAndNothingElse() {
        assertThat(SHELF.codes("gallbladder laparoscopy xyzzyplugh")).first().isEqualTo("00001");
        assertThat(SHELF.score("gallbladder laparoscopy xyzzyplugh", "00001"))
                .isLessThan(SHELF.score("gallbladder laparoscopy", "00001"))
                .isPositive();
    }

    @Test
    void aMisspeltWordIsWorthLessThanTheWord() {
        assertThat(SHELF.score("galbladder", "00001"))
                .isLessThan(SHELF.score("gallbladder", "00001"))
                .isPositive();
    }

    @Test
    void aWordThatIsKnownIsNotTakenForAnother() {
        assertThat(SHELF.codes("brace")).containsExactlyInAnyOrder("G0006", "G0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzyplugh", "kne5", "lft", "zzz zzz", "of the"})
    void nothingMayBeFound(String query) {
        assertThat(SHELF.codes(query)).isEmpty();
    }

    @Test
    void scoresFallAndEqualOnesAreInOrderOfTheirCodes() {
        for (var query : List.of("gallbladder", "knee left", "inflammation", "heart", "brace")) {
            var hits = SHELF.hits(query);
            for (int i = 1; i < hits.size(); i++) {
                var before = hits.get(i - 1);
                var after = hits.get(i);
                assertThat(before.score())
                        .isGreaterThanOrEqualTo(after.score())
                        .isBetween(0.0, 0.9);
                if (before.score() == after.score()) {
                    assertThat(before.entry().code()).isLessThan(after.entry().code());
                }
            }
        }
    }

    static Stream<Set<CodeSystem>> sets() {
        var all = List.of(CodeSystem.values());
        return Stream.of(1, 2, 3, 4, 5, 6, 7)
                .map(bits ->
                        all.stream()
                                .filter(system -> (bits >> system.ordinal() & 1) != 0)
                                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void onlyTheSystemsWantedAreSearched(Set<CodeSystem> systems) {
        var wanted =
                SHELF.codes("gallbladder").stream()
                        .filter(code -> systems.contains(EntryBuilder.code(code).system()))
                        .toList();

        assertThat(wanted).isNotEmpty();
        assertThat(SHELF.codes("gallbladder", systems, DATE))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void onlyCodesOfTheDateAreFound() {
        assertThat(SHELF.codes("zeppelin")).isEmpty();
        assertThat(SHELF.codes("00008")).isEmpty();
    }

    @Test
    void aSystemWithoutAnEditionOnTheDateIsNotSearched() {
        var all = EnumSet.allOf(CodeSystem.class);
        var later = LocalDate.of(2027, 1, 1);

        assertThat(SHELF.search().uncovered(all, DATE)).isEmpty();
        assertThat(SHELF.search().uncovered(all, later)).isEqualTo(all);
        assertThat(SHELF.codes("gallbladder", all, later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gallbladder, 1",
        "gallbladder, 2",
        "gallbladder, 3",
        "0000, 2",
        "knee left brace, 1"
    })
    void pagesFollowEachOtherWithoutGapsAndRepetitions(String query, int limit) {
        var whole = SHELF.codes(query);
        var paged = new ArrayList<String>();
        int from = 0;
        do {
            var page = SHELF.page(query, from, limit);
            page.hits().forEach(hit -> paged.add(hit.entry().code().value()));
            from = page.next();
        } while (from > 0);

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        assertThat(SHELF.page("gallbladder", 1_000_000, 20).hits()).isEmpty();
        assertThat(SHELF.page("gallbladder", 1_000_000, 20).next()).isZero();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "!@#$%^&*()".repeat(20),
                "*",
                "gallbladder*",
                ".* (a+)+$ [^]] \\Q\\E {1,99999}",
                "(".repeat(200),
                "\\".repeat(200),
                "' OR 1=1; --",
                "عملية المرارة كيس",
                "\u202Egallbladder\u202C",
                "👩🏽‍⚕️🫀".repeat(20),
                "e\u0301\u0300".repeat(60),
                "\uD800 \uDC00\uD83D",
                "\u0000\u001B[2J\u007F",
                "ﷺ".repeat(200),
                "İıſK".repeat(50),
                "x".repeat(200),
                "gallbladde".repeat(20),
                "ab ".repeat(66),
                "abcd efgh ijkl mnop qrst ".repeat(8),
                "1 2 3 4 5 6 7 8 9 ".repeat(11),
                "9999999999999999999999",
                "a");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void oddInputIsOnlyAnotherQuery(String query) {
        assertThatCode(() -> SHELF.codes(query)).doesNotThrowAnyException();
        assertThat(SHELF.hits(query)).isEqualTo(SHELF.hits(query));
    }

    @Test
    void theSameCodesGiveTheSameBytes() {
        assertThat(book().bytes()).isEqualTo(book().bytes());
    }

    private static SearchBook book() {
        return new SearchBook()
                .code("00001", "gallbladder removed", "chole*", "lap chole")
                .code("00002", "knee of the gallbladder")
                .abbreviation("chole", "cholecystectomy", "gallbladder removal");
    }

    @Test
    void anEmptyTableFindsNothing() {
        assertThat(new SearchBook().open().codes("gallbladder 00001")).isEmpty();
    }

    private static Shelf withDiagnoses() {
        return new SearchBook()
                .code("A00.0", "our own words for cholera", "vibrio")
                .code("A00.9", "old cholera")
                .code("00001", "cholera vaccine")
                .bundle(
                        SourceKind.ICD_10_CM,
                        "2025-10-01",
                        "2026-09-30",
                        SearchBook.diagnosis("A00", Billing.HEADER, "Cholera"),
                        SearchBook.diagnosis("A00.0", Billing.BILLABLE, "Cholera due to biovar"),
                        SearchBook.diagnosis("A00.1", Billing.BILLABLE, "Cholera due to eltor"))
                .bundle(
                        SourceKind.ICD_10_CM,
                        "2026-10-01",
                        "2027-09-30",
                        SearchBook.diagnosis("A00", Billing.HEADER, "Cholera"),
                        SearchBook.diagnosis("A00.2", Billing.BILLABLE, "Cholera due to quagga"))
                .open();
    }

    @Test
    void aHeaderIsFoundAfterWhatMayBeReported() {
        assertThat(withDiagnoses().codes("cholera"))
                .containsExactlyInAnyOrder("00001", "A00.0", "A00.1", "A00")
                .endsWith("A00");
        assertThat(withDiagnoses().hits("cholera").getLast().entry().billing())
                .isEqualTo(Billing.HEADER);
    }

    @Test
    void aHeaderThatIsTheVeryCodeComesFirst() {
        assertThat(withDiagnoses().codes("A00")).containsExactly("A00", "A00.0", "A00.1");
    }

    @Test
    void aCodeOfSeveralIndexesIsFoundOnceInOurWords() {
        var shelf = withDiagnoses();

        assertThat(shelf.codes("biovar")).containsExactly("A00.0");
        assertThat(shelf.codes("vibrio")).containsExactly("A00.0");
        assertThat(shelf.hits("biovar").getFirst().entry().description())
                .isEqualTo("our own words for cholera");
        assertThat(shelf.hits("eltor").getFirst().entry().description())
                .isEqualTo("Cholera due to eltor");
    }

    @Test
    void aCodeThatTheEditionDoesNotListIsNotFound() {
        assertThat(withDiagnoses().codes("old")).isEmpty();
    }

    @Test
    void theDatePicksTheEdition() {
        var shelf = withDiagnoses();
        var diagnoses = EnumSet.of(CodeSystem.ICD_10_CM);

        assertThat(shelf.codes("quagga")).isEmpty();
        assertThat(shelf.codes("quagga", diagnoses, LocalDate.of(2027, 1, 1)))
                .containsExactly("A00.2");
        assertThat(shelf.codes("eltor", diagnoses, LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void officialTextsOfEverySystemAreFound() {
        var shelf =
                new SearchBook()
                        .bundle(
                                SourceKind.CPT,
                                "2026-01-01",
                                "2026-12-31",
                                new OfficialRow.Cpt(
                                        new Code.Cpt("00001"),
                                        "made-up zeppelin repair",
                                        "",
                                        "ZPLN RPR",
                                        "fixing an airship"))
                        .bundle(
                                SourceKind.HCPCS,
                                "2026-01-01",
                                "2026-12-31",
                                new OfficialRow.Hcpcs(
                                        new Code.Hcpcs("G0001"),
                                        "Zeppelin, each",
                                        "Zeppelin ea",
                                        LocalDate.of(2020, 1, 1),
                                        CodeEntry.ALWAYS_TO,
                                        "C"),
                                new OfficialRow.Hcpcs(
                                        new Code.Hcpcs("G0002"),
                                        "Zeppelin, ended",
                                        "",
                                        LocalDate.of(2020, 1, 1),
                                        LocalDate.of(2026, 3, 31),
                                        "C"))
                        .open();

        assertThat(shelf.codes("zeppelin")).containsExactlyInAnyOrder("00001", "G0001");
        assertThat(shelf.codes("zpln")).containsExactly("00001");
        assertThat(shelf.codes("airship")).containsExactly("00001");
    }
}
