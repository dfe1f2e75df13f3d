package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.FeeIndicators;
import dev.superbill.codeset.OfficialRow.Fee;
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

class FeeScheduleFormatTest {
    private static final String BANNER =
            """
            ,,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,
            ,,CPT codes and descriptions only are copyright 2024.  All Rights Reserved. ,,,,,,,,,,,,,,,,,,,,,,,,,,,,
            ,, ,,,,,,,,,,,,,,,,,,,,,,,,,,,,
            ,,RELEASED 09/11/2025,,,,,,,,,,,,,,,,,,,,,,,,,,,,
            ,, , ,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,
            ,,,,NOT USED,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED
            ,,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS
            ,,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT
            HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT
            """;
    private static final String ROW =
            "43237,26,\"Made up, and quoted\",A,,3.47,1.915,,1.92,,0.4,5.79,5.79,0,000,0.10,0.80,0.10,3,1,2,0,9,43235,32.3465,09,0,99,0.00,0.00,0.00\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void columnsAreKnownByAllRowsOfTheHeader() throws IOException {
        desk.read(desk.write("PPRRVU2025_Oct.csv", (BANNER + ROW).replace("\n", "\r\n")));

        assertThat(desk.rows())
                .containsExactly(
                        new Fee(
                                new Code.Cpt("43237"),
                                "26",
                                new FeeIndicators(
                                        "A", "000", "0", "3", "1", "2", "0", "9", "43235", 347),
                                192,
                                192,
                                40,
                                579,
                                579));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.FEE_SCHEDULE,
                                "RVU25D",
                                LocalDate.of(2025, 10, 1),
                                LocalDate.of(2025, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        "January, PPRRVU2026_Jan_nonQPP.csv, 2026, RVU26A, 2026-01-01, 2026-03-31",
        "April, PPRRVU26B.csv, 2026, RVU26B, 2026-04-01, 2026-06-30",
        "July, fees.csv, 2026, RVU26C, 2026-07-01, 2026-09-30"
    })
    void aReleaseIsOfAQuarter(
            String month, String name, String year, String edition, LocalDate from, LocalDate to)
            throws IOException {
        desk.read(
                desk.write(
                        name,
                        BANNER.replace("2025 National", year + " National")
                                        .replace("October", month)
                                + ROW));

        assertThat(desk.edition())
                .isEqualTo(new SourceEdition(SourceKind.FEE_SCHEDULE, edition, from, to));
    }

    @Test
    void aNameThatContradictsTheBannerIsRefused() throws IOException {
        assertThat(desk.flaws(desk.write("PPRRVU2025_Jul.csv", BANNER + ROW)))
                .contains("of RVU25D by one sign and of RVU25C by another: it is mislabelled");
    }

    @Test
    void aHeaderWithoutAColumnIsRefused() throws IOException {
        assertThat(
                        desk.flaws(
                                desk.write(
                                        "PPRRVU2025_Oct.csv",
                                        BANNER.replace("TEAM", "CREW") + ROW)))
                .isEqualTo(
                        "PPRRVU2025_Oct.csv:9: the column \"teamsurg\" is missing in the header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    43237,26         | 4323,26          | "4323" is no procedure code
                    43237,26         | 43237,TD         | "TD" is no modifier of the fee schedule
                    3.47             | three            | "three" is no number
                    ,A,,             | ,,,              | "" is no status
                    ,000,            | ,045,            | "045" is no global period
                    3,1,2,0,9        | 3,x,2,0,9        | "x" is no indicator
                    43235            | 4323             | "4323" is no procedure code
                    ,0.00,0.00,0.00  | ,0.00            | the row has 29 columns, the header has 31
                    """)
    void aBadRowIsToldByItsLine(String good, String bad, String what) throws IOException {
        var file = desk.write("PPRRVU2025_Oct.csv", BANNER + ROW + ROW.replace(good, bad));

        assertThat(desk.flaws(file)).isEqualTo("PPRRVU2025_Oct.csv:11: " + what);
    }

    @Test
    void aLastLineThatIsCutIsTold() throws IOException {
        var file =
                desk.write("PPRRVU2025_Oct.csv", BANNER + ROW + ROW.substring(0, ROW.length() - 2));

        assertThat(desk.flaws(file))
                .isEqualTo("PPRRVU2025_Oct.csv:11: the file ends in the middle of the line");
    }
}
