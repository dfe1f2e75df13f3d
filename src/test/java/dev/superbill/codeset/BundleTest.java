package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.code.Code;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    private static SourceEdition edition(SourceKind kind, String name, String from, String to) {
        return new SourceEdition(kind, name, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static SourceEdition year(SourceKind kind) {
        return edition(kind, "2026", "2026-01-01", "2026-12-31");
    }

    private static Code code(String value) {
        return EntryBuilder.code(value);
    }

    private static Code.Icd10 icd10(String value) {
        return new Code.Icd10(value);
    }

    private static Bundle bundle(BundleBuilder builder) {
        return Bundle.open(ByteBuffer.wrap(builder.build().toBytes()));
    }

    private static OfficialFiles files(BundleBuilder... builders) {
        var bundles = new ArrayList<Bundle>();
        for (var builder : builders) {
            bundles.add(bundle(builder));
        }
        return OfficialFiles.of(bundle(new BundleBuilder())).with(bundles);
    }

    private static OfficialRow.Ptp pair(
            String column1, String column2, int indicator, String from, String until) {
        return new OfficialRow.Ptp(
                code(column1),
                code(column2),
                new PtpPair(indicator, LocalDate.parse(from), LocalDate.parse(until)),
                "made-up reason");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 00002, 2026-06-15, 0
                    00002, 00001, 2026-06-15, -1
                    00001, 00003, 2026-06-15, 1
                    00001, 00003, 2026-02-28, 0
                    00001, 00003, 2026-03-01, 1
                    00001, 00004, 2026-06-15, -1
                    00001, 00005, 2026-06-29, 1
                    00001, 00005, 2026-06-30, -1
                    00009, 00002, 2026-06-15, -1
                    G0001, 00002, 2026-06-15, 1
                    00001, 00002, 2027-01-01, -1
                    00001, 00002, 2025-12-31, -1
                    """)
    void aPairAppliesBetweenItsDatesWithinItsEdition(
            String column1, String column2, LocalDate serviceDate, int indicator) {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.PTP_PRACTITIONER);
        for (var row :
                List.of(
                        pair("00001", "00003", 1, "2026-03-01", "9999-12-31"),
                        pair("00001", "00003", 0, "2025-01-01", "2026-03-01"),
                        pair("00001", "00002", 0, "2020-01-01", "9999-12-31"),
                        pair("00001", "00002", 0, "2020-01-01", "9999-12-31"),
                        pair("00001", "00004", 9, "2020-01-01", "9999-12-31"),
                        pair("00001", "00005", 1, "2020-01-01", "2026-06-30"),
                        pair("G0001", "00002", 1, "2020-01-01", "9999-12-31"))) {
            builder.add(edition, row);
        }

        var match =
                files(builder)
                        .ptp(
                                SourceKind.PTP_PRACTITIONER,
                                code(column1),
                                code(column2),
                                serviceDate);

        assertThat(match.map(found -> found.pair().indicator()).orElse(-1)).isEqualTo(indicator);
        assertThat(match.map(PtpMatch::rationale).orElse("made-up reason"))
                .isEqualTo("made-up reason");
    }

    @Test
    void allPairsOfAClaimAreThoseAskedForOneByOne() {
        var random = new Random(7);
        var builder = new BundleBuilder();
        var edition = year(SourceKind.PTP_PRACTITIONER);
        var codes = new ArrayList<Code>();
        for (int i = 1; i <= 30; i++) {
            codes.add(code("000%02d".formatted(i)));
        }
        for (int i = 0; i < 200; i++) {
            builder.add(
                    edition,
                    pair(
                            codes.get(random.nextInt(25)).value(),
                            codes.get(random.nextInt(30)).value(),
                            random.nextInt(2),
                            "2020-01-01",
                            "9999-12-31"));
        }
        var files = files(builder);

        var among = files.ptpAmong(SourceKind.PTP_PRACTITIONER, codes, JUNE);

        var asked = new ArrayList<PtpConflict>();
        for (int first = 0; first < codes.size(); first++) {
            for (int second = 0; second < codes.size(); second++) {
                int column1 = first;
                int column2 = second;
                if (first != second) {
                    files.ptp(
                                    SourceKind.PTP_PRACTITIONER,
                                    codes.get(first),
                                    codes.get(second),
                                    JUNE)
                            .ifPresent(
                                    match -> asked.add(new PtpConflict(column1, column2, match)));
                }
            }
        }
        assertThat(among).isEqualTo(asked).hasSizeGreaterThan(50);
    }

    @Test
    void theServiceDatePicksTheEdition() {
        var builder = new BundleBuilder();
        builder.add(
                edition(SourceKind.MUE_PRACTITIONER, "2026Q2", "2026-04-01", "2026-06-30"),
                new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), "policy"));
        builder.add(
                edition(SourceKind.MUE_PRACTITIONER, "2026Q4", "2026-10-01", "2026-12-31"),
                new OfficialRow.Mue(code("00001"), new MueLimit(3, 3), "benchmark"));
        var files = files(builder);

        assertThat(files.mue(SourceKind.MUE_PRACTITIONER, code("00001"), JUNE))
                .map(match -> match.release().edition() + " " + match.limit().units())
                .contains("2026Q2 1");
        assertThat(files.mue(SourceKind.MUE_PRACTITIONER, code("00001"), NOVEMBER))
                .map(match -> match.rationale())
                .contains("benchmark");
        assertThat(files.mue(SourceKind.MUE_PRACTITIONER, code("00001"), LocalDate.of(2026, 8, 1)))
                .isEmpty();
        assertThat(files.mue(SourceKind.MUE_OUTPATIENT, code("00001"), JUNE)).isEmpty();
    }

    @Test
    void ofTwoEditionsThatCoverADateTheOneThatBeganLastServes() {
        var older = new BundleBuilder();
        older.add(
                year(SourceKind.MUE_PRACTITIONER),
                new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), ""));
        var newer = new BundleBuilder();
        newer.add(
                edition(SourceKind.MUE_PRACTITIONER, "2026Q2", "2026-04-01", "2026-06-30"),
                new OfficialRow.Mue(code("00001"), new MueLimit(2, 2), ""));

        for (var files : List.of(files(older, newer), files(newer, older))) {
            assertThat(files.mue(SourceKind.MUE_PRACTITIONER, code("00001"), JUNE))
                    .map(match -> match.limit().units())
                    .contains(2);
        }
    }

    @Test
    void aHeaderNamesWhatLiesBelowIt() {
        var builder = new BundleBuilder();
        var fiscal2026 = edition(SourceKind.ICD_10_CM, "FY2026", "2025-10-01", "2026-09-30");
        var fiscal2027 = edition(SourceKind.ICD_10_CM, "FY2027", "2026-10-01", "2027-09-30");
        builder.add(fiscal2026, row("I42.0", Billing.BILLABLE));
        builder.add(fiscal2027, row("I42.0", Billing.HEADER));
        builder.add(fiscal2027, row("I42.00", Billing.BILLABLE));
        builder.add(fiscal2027, row("I42.09", Billing.BILLABLE));
        builder.add(fiscal2027, row("I42.1", Billing.BILLABLE));
        var files = files(builder);

        assertThat(files.standing(icd10("I42.0"), JUNE)).isEqualTo(CodeSets.Standing.ACTIVE);
        assertThat(files.standing(icd10("I42.0"), NOVEMBER)).isEqualTo(CodeSets.Standing.HEADER);
        assertThat(files.standing(icd10("I42.00"), JUNE)).isEqualTo(CodeSets.Standing.INACTIVE);
        assertThat(files.standing(icd10("I42.7"), JUNE)).isEqualTo(CodeSets.Standing.UNKNOWN);
        assertThat(files.billableBelow(icd10("I42.0"), NOVEMBER, 5))
                .containsExactly(icd10("I42.00"), icd10("I42.09"));
        assertThat(files.billableBelow(icd10("I42.0"), NOVEMBER, 1))
                .containsExactly(icd10("I42.00"));
    }

    private static OfficialRow.Icd10 row(String code, Billing billing) {
        return new OfficialRow.Icd10(icd10(code), billing, "short", "long");
    }

    @Test
    void anAddendumChangesItsEdition() {
        var builder = new BundleBuilder();
        var edition = edition(SourceKind.ICD_10_CM, "FY2026", "2025-10-01", "2026-09-30");
        builder.add(edition, row("B88.0", Billing.BILLABLE));
        builder.add(edition, new OfficialRow.Icd10Deletion(icd10("B88.0")));
        builder.add(edition, row("B88.0", Billing.HEADER));

        assertThat(files(builder).standing(icd10("B88.0"), JUNE))
                .isEqualTo(CodeSets.Standing.HEADER);
        assertThat(builder.rows(edition)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    E11.9,   E10.9,   true
                    E11.9,   E09.65,  true
                    E11.9,   E08,     true
                    E11.9,   E13.9,   false
                    E10.9,   E11.9,   false
                    E12.9,   E10.9,   false
                    E11.65,  O24.419, true
                    E11.65,  O25.1,   false
                    """)
    void anExclusionCoversWhatLiesBelowItsCodes(String code, String other, boolean excluded) {
        var builder = new BundleBuilder();
        var edition = edition(SourceKind.ICD_10_CM_EXCLUDES, "FY2026", "2025-10-01", "2026-09-30");
        builder.add(edition, new OfficialRow.Excludes1(icd10("E11"), icd10("E08"), icd10("E10")));
        builder.add(
                edition, new OfficialRow.Excludes1(icd10("E11.6"), icd10("O24.4"), icd10("O24.4")));

        assertThat(files(builder).excludes(icd10(code), icd10(other), JUNE).isPresent())
                .isEqualTo(excluded);
    }

    @Test
    void anAddOnHasItsTypeAndItsPrimaries() {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.ADD_ON);
        builder.add(edition, addOn("00010", 1, "00001", "2026-01-01"));
        builder.add(edition, addOn("00010", 1, "00002", "2026-07-01"));
        builder.add(edition, addOn("00011", 2, "", "2026-01-01"));
        builder.add(edition, addOn("00012", 3, "00001", "2026-01-01"));
        var files = files(builder);

        assertThat(files.addOn(code("00010"), JUNE)).contains(new AddOn.To(List.of(code("00001"))));
        assertThat(files.addOn(code("00010"), NOVEMBER))
                .contains(new AddOn.To(List.of(code("00001"), code("00002"))));
        assertThat(files.addOn(code("00011"), JUNE)).contains(new AddOn.ToAny());
        assertThat(files.addOn(code("00012"), JUNE))
                .contains(new AddOn.ToThese(List.of(code("00001"))));
        assertThat(files.addOn(code("00001"), JUNE)).contains(new AddOn.No());
        assertThat(files.addOn(code("00010"), LocalDate.of(2027, 1, 1))).isEmpty();
    }

    private static OfficialRow.AddOnPair addOn(
            String addOn, int type, String primary, String from) {
        return new OfficialRow.AddOnPair(
                code(addOn),
                primary.isEmpty() ? List.of() : List.of(code(primary)),
                type,
                LocalDate.parse(from),
                CodeEntry.ALWAYS_TO);
    }

    @Test
    void anArticleTellsWhichDiagnosesSupportAProcedure() {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.COVERAGE);
        builder.add(
                edition,
                new OfficialRow.Determination(
                        "A1",
                        "made-up article",
                        LocalDate.of(2026, 1, 1),
                        CodeEntry.ALWAYS_TO,
                        List.of("FL", "GA")));
        builder.add(edition, new OfficialRow.CoveredProcedure("A1", 1, code("00001")));
        builder.add(edition, new OfficialRow.CoveredProcedure("A1", 2, code("00001")));
        builder.add(edition, new OfficialRow.CoveredProcedure("A1", 3, code("00002")));
        builder.add(edition, supports("A1", 1, "I25.10"));
        builder.add(edition, supports("A1", 2, "I25.110"));
        builder.add(edition, supports("A1", 3, "I48.0"));
        builder.add(
                edition,
                new OfficialRow.CoveredDiagnosis(
                        "A1",
                        1,
                        icd10("Z00.00"),
                        OfficialRow.CoveredDiagnosis.Effect.DOES_NOT_SUPPORT));

        var found =
                files(builder)
                        .coverage(
                                code("00001"),
                                List.of(
                                        icd10("I48.0"),
                                        icd10("I25.110"),
                                        icd10("Z00.00"),
                                        icd10("A00.0")),
                                JUNE);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().determination()).isEqualTo("A1");
        assertThat(found.getFirst().jurisdictions()).containsExactly("FL", "GA");
        assertThat(found.getFirst().supporting()).containsExactly(icd10("I25.110"));
        assertThat(found.getFirst().opposing()).containsExactly(icd10("Z00.00"));
        assertThat(found.getFirst().examples())
                .containsExactlyInAnyOrder(icd10("I25.10"), icd10("I25.110"));
        assertThat(files(builder).coverage(code("00003"), List.of(), JUNE)).isEmpty();
    }

    private static OfficialRow.CoveredDiagnosis supports(String article, int group, String code) {
        return new OfficialRow.CoveredDiagnosis(
                article, group, icd10(code), OfficialRow.CoveredDiagnosis.Effect.SUPPORTS);
    }

    @Test
    void licensedDescriptorsOfSeveralFilesBecomeOne() {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.CPT);
        var code = new Code.Cpt("00001");
        builder.add(edition, new OfficialRow.Cpt(code, "invented long", "", "", ""));
        builder.add(edition, new OfficialRow.Cpt(code, "", "invented medium", "", ""));

        assertThat(files(builder).cpt(code, JUNE))
                .contains(new OfficialRow.Cpt(code, "invented long", "invented medium", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder.add(edition, new OfficialRow.Cpt(code, "other words", "", "", "")));
    }

    @Test
    void aRowThatContradictsAnotherIsRefused() {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.MUE_PRACTITIONER);
        builder.add(edition, new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), ""));
        builder.add(edition, new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), ""));

        assertThat(builder.rows(edition)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder.add(
                                edition,
                                new OfficialRow.Mue(code("00001"), new MueLimit(2, 2), "")))
                .withMessageContaining("00001");
    }

    @Test
    void releasesNameTheirFilesAndCountTheirRows() {
        var builder = new BundleBuilder();
        var edition = year(SourceKind.MUE_DME);
        builder.source(edition, "part1.csv", "aa");
        builder.source(edition, "part2.csv", "bb");
        builder.add(edition, new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), ""));
        var bundle = bundle(builder);

        assertThat(bundle.releases())
                .containsExactly(
                        new CodeSetRelease(
                                "MUE DME",
                                "2026",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                "part1.csv aa; part2.csv bb",
                                1,
                                bundle.checksum()));
    }

    @Test
    void aByteThatChangesAfterTheHeaderIsFoundByVerifyingAndOneInItByOpening() {
        var builder = new BundleBuilder();
        builder.add(
                year(SourceKind.MUE_DME),
                new OfficialRow.Mue(code("00001"), new MueLimit(1, 2), ""));
        var bytes = builder.build().toBytes();
        FlatFile.open(ByteBuffer.wrap(bytes)).verify();

        bytes[bytes.length - 20] ^= 1;
        var damaged = FlatFile.open(ByteBuffer.wrap(bytes));
        assertThatIllegalArgumentException().isThrownBy(damaged::verify);

        bytes[60] ^= 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlatFile.open(ByteBuffer.wrap(bytes)))
                .withMessageContaining("header");
    }
}
