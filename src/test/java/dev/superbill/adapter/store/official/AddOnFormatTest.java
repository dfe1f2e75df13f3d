package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.AddOnPair;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddOnFormatTest {
    private static final String LIST = "primary_code,add_on_code,aoc_edit_type\n";
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void aListServesTheDatesItIsGiven() throws IOException {
        desk.read(
                desk.write("aoc.csv", LIST + "CCCCC,0054T,2\n0070U,0071U,1\n99215,G2212,3\n")
                        + "@2026-04-01..2026-06-30");

        var last = LocalDate.of(2026, 6, 30);
        assertThat(desk.rows())
                .containsExactly(
                        new AddOnPair(new Code.Cpt("0054T"), List.of(), 2, APRIL, last),
                        new AddOnPair(
                                new Code.Cpt("0071U"),
                                List.of(new Code.Cpt("0070U")),
                                1,
                                APRIL,
                                last),
                        new AddOnPair(
                                new Code.Hcpcs("G2212"),
                                List.of(new Code.Cpt("99215")),
                                3,
                                APRIL,
                                last));
    }

    @Test
    void aWorkbookHasTheYearAndTheDayOfEachEdit() throws IOException {
        desk.read(
                desk.write(
                        "AOC_V2026Q2-MCR.xlsx",
                        Desk.workbook(
                                "CPT codes only are copyright 2025.",
                                "AOC_Edit_Type|Add-On_Code|AOC_DelDT|Primary_Code|Primary_Code_DelDT|"
                                        + "AOC_Edit_EffDT|AOC_Edit_DelDT|Special_Instruction_Notes",
                                "#1|0071U||0070U||#2026091||",
                                "#1|0072U|#2026365|0070U||#2026091||Deleted",
                                "#2|0054T||CCCCC||#2013001||Contractor Defined Primary Codes")));

        assertThat(desk.rows())
                .containsExactly(
                        pair("0071U", List.of(new Code.Cpt("0070U")), 1, CodeEntry.ALWAYS_TO),
                        pair(
                                "0072U",
                                List.of(new Code.Cpt("0070U")),
                                1,
                                LocalDate.of(2026, 12, 31)),
                        new AddOnPair(
                                new Code.Cpt("0054T"),
                                List.of(),
                                2,
                                LocalDate.of(2013, 1, 1),
                                CodeEntry.ALWAYS_TO));
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.ADD_ON);
        assertThat(desk.edition().edition()).isEqualTo("2026Q2");
    }

    private static AddOnPair pair(String addOn, List<Code> primaries, int type, LocalDate to) {
        return new AddOnPair(new Code.Cpt(addOn), primaries, type, APRIL, to);
    }

    @Test
    void theFlatFileHasFixedColumns() throws IOException {
        desk.read(
                desk.write(
                        "AOC_V2026Q2-F-MCR.txt",
                        """
                        10071U       0070U       2026091       \s
                        10072U2026365070U0       2026091       Deleted
                        20054T       CCCCC       2013001       Contractor Defined Primary Codes
                        """
                                .replace("070U0", "0070U")));

        assertThat(desk.rows())
                .containsExactly(
                        pair("0071U", List.of(new Code.Cpt("0070U")), 1, CodeEntry.ALWAYS_TO),
                        pair(
                                "0072U",
                                List.of(new Code.Cpt("0070U")),
                                1,
                                LocalDate.of(2026, 12, 31)),
                        new AddOnPair(
                                new Code.Cpt("0054T"),
                                List.of(),
                                2,
                                LocalDate.of(2013, 1, 1),
                                CodeEntry.ALWAYS_TO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    0070U,71U,1;      "71U" is no procedure code
                    70U,0071U,1;      "70U" is no procedure code
                    ,0071U,1;         "" is no procedure code
                    0070U,0071U,4;    "4" is no type of add-on code
                    0070U,0071U,I;    "I" is no number
                    0070U,0071U;      the row has 2 columns, the header has 3
                    """)
    void aBadRowIsToldByItsLine(String row, String what) throws IOException {
        var file = desk.write("aoc.csv", LIST + "0070U,0071U,1\n" + row + "\n");

        assertThat(desk.flaws(file + "@2026-04-01..2026-06-30")).isEqualTo("aoc.csv:3: " + what);
    }

    @Test
    void aFlatFileThatIsCutIsTold() throws IOException {
        var file =
                desk.write(
                        "AOC_V2026Q2-F-MCR.txt",
                        """
                        10071U       0070U       2026091
                        10072U       0070U       2026091
                        10073U       0070U       2026091
                        10074U       007
                        """);

        assertThat(desk.flaws(file)).isEqualTo("AOC_V2026Q2-F-MCR.txt:4: the line is too short");
    }
}
