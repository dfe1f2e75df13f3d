package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.codeset.OfficialRow.Locality;
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

class GpciFormatTest {
    private static final String TITLE =
            "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs),,,,,,\n,,,,,,\n";
    private static final String HEADER =
            "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,"
                    + "2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI\n";
    private static final String ROW = "02102,AK,01,ALASKA*,1.5,1.081,0.592\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void indicesAreInThousandthsAndFootnotesAreNoRows() throws IOException {
        desk.read(
                desk.write(
                        "GPCI2025.csv",
                        TITLE + HEADER + ROW + "*With a floor of its own.,,,,,,\n"));

        assertThat(desk.rows())
                .containsExactly(new Locality("02102", "AK", "01", "ALASKA", 1500, 1081, 592));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.GPCI,
                                "2025",
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 12, 31)));
    }

    @Test
    void aWorkbookLosesLeadingZeros() throws IOException {
        desk.read(
                desk.write(
                        "GPCI2025.xlsx",
                        Desk.workbook(
                                "MAC|State|Locality Number|Locality Name|"
                                        + "2025 PW GPCI (without 1.0 Floor)|"
                                        + "2025 PW GPCI (with 1.0 Floor)|2025 PE GPCI|2025 MP GPCI",
                                "#2102|AK|#1|ALASKA|#0.9|#1.5|#1.081|#0.592")));

        assertThat(desk.rows())
                .containsExactly(new Locality("02102", "AK", "01", "ALASKA", 1500, 1081, 592));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    02102   | MAC    | "MAC" is no number
                    ,01,    | ,X,    | "X" is no number
                    1.081   | high   | "high" is no number
                    ,0.592  | ''     | the row has 6 columns, the header has 7
                    """)
    void aBadRowIsToldByItsLine(String good, String bad, String what) throws IOException {
        var file = desk.write("GPCI2025.csv", TITLE + HEADER + ROW + ROW.replace(good, bad));

        assertThat(desk.flaws(file)).isEqualTo("GPCI2025.csv:5: " + what);
    }

    @Test
    void aNameThatContradictsTheTitleIsRefused() throws IOException {
        assertThat(desk.flaws(desk.write("GPCI2026.csv", TITLE + HEADER + ROW)))
                .contains("of 2025 by one sign and of 2026 by another");
    }
}
