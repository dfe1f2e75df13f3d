package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.official.SourceFile.Standing;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    private static SourceFile file(String name) {
        return new SourceFile(
                "/data",
                name.substring(name.lastIndexOf('/') + 1),
                name,
                0,
                SourceArgument.parse(name),
                Standing.NAMED,
                InputStream::nullInputStream);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ccipra-v320r0-f1.txt,              2026Q1, 2026-01-01, 2026-03-31
                    ccipra-v321r0-f1.TXT,              2026Q2, 2026-04-01, 2026-06-30
                    ccioph-v322r1-f4.xlsx,             2026Q3, 2026-07-01, 2026-09-30
                    ccipra-v323r0-f2.txt,              2026Q4, 2026-10-01, 2026-12-31
                    ccipra-v313r0-f1.txt,              2025Q4, 2025-10-01, 2025-12-31
                    AOC_V2026Q2-MCR.xlsx,              2026Q2, 2026-04-01, 2026-06-30
                    AOC_V2025Q4_01-MCR.txt,            2025Q4, 2025-10-01, 2025-12-31
                    ncci_ptp_practitioner_2024Q3.tsv,  2024Q3, 2024-07-01, 2024-09-30
                    ccipra.txt,                        '',     ,
                    """)
    void anNcciFileIsOfAQuarter(String name, String edition, LocalDate from, LocalDate to) {
        assertThat(FileNames.ncciQuarter(file(name)))
                .isEqualTo(
                        edition.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Dated(edition, from, to)));
    }

    @ParameterizedTest
    @CsvSource({
        "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv, 2026Q3, 2026-07-01",
        "MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv, 2026Q1, 2026-01-01"
    })
    void anMueFileIsOfTheQuarterThatBeginsOnItsDate(String name, String edition, LocalDate from) {
        assertThat(FileNames.effectiveQuarter(file(name)))
                .contains(new Dated(edition, from, from.plusMonths(3).minusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "HCPC2026_OCT_ANWEB.csv, 2026Q4, 2026-10-01, 2026-12-31",
        "HCPC2026_JAN_ANWEB_v2.txt, 2026Q1, 2026-01-01, 2026-03-31",
        "HCPC2019_CONTR_ANWEB.xlsx, 2019, 2019-01-01, 2019-12-31"
    })
    void aHcpcsFileIsOfAQuarterOrAYear(String name, String edition, LocalDate from, LocalDate to) {
        assertThat(FileNames.hcpcs(file(name))).contains(new Dated(edition, from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "icd10cm_order_2026.txt, FY2026, 2025-10-01, 2026-09-30",
        "icd10cm-order-addenda-2026.txt, FY2026, 2025-10-01, 2026-09-30",
        "icd10cm-order-April-2026.txt, FY2026 April, 2026-04-01, 2026-09-30",
        "april-1-2026-update/icd10cm-tabular-2026.xml, FY2026 April, 2026-04-01, 2026-09-30"
    })
    void anIcd10FileIsOfAFiscalYear(String name, String edition, LocalDate from, LocalDate to) {
        assertThat(FileNames.fiscalYear(file(name))).contains(new Dated(edition, from, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ccipra-v322r0-f1.txt                               | ptp-practitioner
                    ccioph-v322r0-f1.xlsx                              | ptp-hospital
                    MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv | mue-outpatient
                    HCPC2026_OCT_ANWEB.txt                             | hcpcs
                    HCPC2026_OCT_ANWEB_Transaction Report.xlsx         | ''
                    HCPC2019_README.txt                                | ''
                    PPRRVU2025_Oct.csv                                 | fee-schedule
                    GPCI2025.csv                                       | gpci
                    icd10cm_order_2026.txt                             | icd-10-cm
                    icd10cm_tabular_2026.xml                           | icd-10-cm-excludes
                    icd10cm_tabular_2026.pdf                           | ''
                    AOC_V2026Q2-MCR.xlsx                               | add-on
                    notes.txt                                          | ''
                    """)
    void aNameTellsItsKind(String name, String kind) {
        assertThat(FileNames.kind(file(name)).map(SourceArgument::nameOf).orElse(""))
                .isEqualTo(kind);
    }
}
