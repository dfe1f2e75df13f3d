package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.Ptp;
import dev.superbill.codeset.PtpPair;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtpFormatTest {
    private static final String BANNER =
            """
            CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t
            Column1/Column2 Edits\t\t\t\t\t\t
            Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
            \t\tprior to 1996\tDate\tDate\t0=not allowed\t
            \t\t\t\t*=no data\t1=allowed\t
            \t\t\t\t\t9=not applicable\t
            """;
    private static final String FIRST = "0001A\t90473\t\t20220101\t*\t0\tMisuse of codes\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static Ptp edit(
            Code column1, Code column2, int indicator, LocalDate from, LocalDate until) {
        return new Ptp(column1, column2, new PtpPair(indicator, from, until), "Misuse of codes");
    }

    @Test
    void editsAreReadUnderTheirBanner() throws IOException {
        desk.read(
                desk.write(
                        "ccipra-v322r1-f1.txt",
                        BANNER
                                + FIRST
                                + "G0105\t0591T\t*\t20180701\t20260630\t1\tMisuse of codes\n"));

        assertThat(desk.rows())
                .containsExactly(
                        edit(
                                new Code.Cpt("0001A"),
                                new Code.Cpt("90473"),
                                0,
                                LocalDate.of(2022, 1, 1),
                                CodeEntry.ALWAYS_TO),
                        edit(
                                new Code.Hcpcs("G0105"),
                                new Code.Cpt("0591T"),
                                1,
                                LocalDate.of(2018, 7, 1),
                                LocalDate.of(2026, 6, 30)));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.PTP_PRACTITIONER,
                                "2026Q3",
                                LocalDate.of(2026, 7, 1),
                                LocalDate.of(2026, 9, 30)));
    }

    @Test
    void editsThatNeverAppliedAreNotKept() throws IOException {
        var summary =
                desk.read(
                        desk.write(
                                "ccipra-v322r0-f1.txt",
                                BANNER
                                        + FIRST
                                        + "0001A\tG0008\t\t20220101\t20220101\t9\tMisuse of codes\n"));

        assertThat(desk.rows()).hasSize(1);
        assertThat(summary.files().getFirst().rows()).isEqualTo(2);
        assertThat(summary.files().getFirst().kept()).isEqualTo(1);
    }

    @Test
    void aWorkbookIsReadAsTheTextIs() throws IOException {
        desk.read(
                desk.write(
                        "ccioph-v320r0-f2.xlsx",
                        Desk.workbook(
                                "CPT only copyright 2025 American Medical Association.",
                                "Column1/Column2 Edits",
                                "Column 1|Column 2|*=in existence prior to 1996|Effective Date|"
                                        + "Deletion Date *=no data|Modifier|PTP Edit Rationale",
                                "0001A|90473||#20220101|*|#0|Misuse of codes")));

        assertThat(desk.rows())
                .containsExactly(
                        edit(
                                new Code.Cpt("0001A"),
                                new Code.Cpt("90473"),
                                0,
                                LocalDate.of(2022, 1, 1),
                                CodeEntry.ALWAYS_TO));
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.PTP_HOSPITAL);
        assertThat(desk.edition().edition()).isEqualTo("2026Q1");
    }

    @Test
    void aListWithoutEffectiveDatesAppliesFromTheFirstDayItServes() throws IOException {
        desk.read(
                desk.write(
                                "ptp_practitioner_2024Q3.tsv.gz",
                                Desk.gz(
                                        """
                                        column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale
                                        0001A\t90473\t*\t1\tMisuse of codes
                                        """))
                        + "@2026-01-01..2026-12-31");

        assertThat(desk.rows())
                .containsExactly(
                        edit(
                                new Code.Cpt("0001A"),
                                new Code.Cpt("90473"),
                                1,
                                LocalDate.of(2026, 1, 1),
                                CodeEntry.ALWAYS_TO));
        assertThat(desk.edition().edition()).isEqualTo("2024Q3 (stand-in)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    0001X2,90473,,20220101,*,0,Why;             "0001X2" is no procedure code
                    0001A,,,20220101,*,0,Why;                   "" is no procedure code
                    ,90473,,20220101,*,0,Why;                   "" is no procedure code
                    0001A,90473,,20220231,*,0,Why;              "20220231" is no date
                    0001A,90473,,*,*,0,Why;                     "*" is no date
                    0001A,90473,,20220101,never,0,Why;          "never" is no date
                    0001A,90473,,20220101,*,2,Why;              "2" is no modifier indicator
                    0001A,90473,,20220101,*,,Why;               "" is no number
                    0001A,90473,,20220101,*,0,;                 the rationale is missing
                    0001A,90473,,20220101;                      the row has 4 columns, the header has 7
                    an HTML page that is quite long and no row; the row has 1 columns, the header has 7
                    """)
    void aBadRowIsToldByItsLine(String row, String what) throws IOException {
        var file =
                desk.write(
                        "ccipra-v322r0-f1.txt",
                        BANNER + FIRST + row.replace(',', '\t') + "\n" + FIRST);

        assertThat(desk.flaws(file)).isEqualTo("ccipra-v322r0-f1.txt:8: " + what);
    }

    @Test
    void aLastLineThatIsCutIsTold() throws IOException {
        var file =
                desk.write(
                        "ccipra-v322r0-f1.txt",
                        BANNER + FIRST + FIRST.substring(0, FIRST.length() - 4));

        assertThat(desk.flaws(file))
                .isEqualTo("ccipra-v322r0-f1.txt:8: the file ends in the middle of the line");
    }

    @Test
    void anEditOfALaterQuarterShowsThatTheFileIsMislabelled() throws IOException {
        var file =
                desk.write(
                        "ccipra-v321r0-f1.txt",
                        BANNER + FIRST + FIRST.replace("20220101", "20260701"));

        assertThat(desk.flaws(file))
                .isEqualTo(
                        "ccipra-v321r0-f1.txt:8: an edit takes effect on 2026-07-01, after the"
                                + " edition 2026Q2 ends: it is mislabelled");
    }

    @Test
    void aNameThatIsOfTwoQuartersIsRefused() throws IOException {
        var file = desk.write("2026q1-practitioner-ptp-edits-ccipra-v322r0-f1.txt", BANNER + FIRST);

        assertThat(desk.flaws(file)).contains("of 2026Q3 by one sign and of 2026Q1 by another");
    }

    @Test
    void whoseEditsTheyAreMustBeSaid() throws IOException {
        var file = desk.write("edits-2026q3.txt", BANNER + FIRST);

        assertThat(desk.flaws(file)).contains("does not say whose; say so with KIND=PATH");

        desk.read("ptp-hospital=" + file);
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.PTP_HOSPITAL);
    }

    @Test
    void aFileThatOnlyHasTheNameOfEditsIsRefused() throws IOException {
        var file = desk.write("ccipra-v322r0-f1.txt", "<html>\n<body>Not found</body>\n</html>\n");

        assertThat(desk.flaws(file))
                .isEqualTo(
                        "ccipra-v322r0-f1.txt: it is called a file of ptp-practitioner, but does"
                                + " not begin as one that can be read");
    }

    @Test
    void aFileWithoutEditsIsRefused() throws IOException {
        var file = desk.write("ccipra-v322r0-f1.txt", BANNER);

        assertThat(desk.flaws(file)).isEqualTo("ccipra-v322r0-f1.txt: it has no rows");
    }
}
