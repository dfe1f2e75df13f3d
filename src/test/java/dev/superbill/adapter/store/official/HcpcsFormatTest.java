package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.Hcpcs;
import dev.superbill.codeset.OfficialRow.ModifierText;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HcpcsFormatTest {
    private static final String NAME = "HCPC2026_OCT_ANWEB.txt";
    private static final String BANNER =
            "***Disclaimers\t\t\t\n*In some instances, brand names may appear.\u00A0 \t\t\n\n";
    private static final String CSV_HEADER =
            "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,COV,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n";
    private static final List<OfficialRow> EXPECTED =
            List.of(
                    new ModifierText(new Modifier("AD"), "Supervision of more than four services"),
                    new Hcpcs(
                            new Code.Hcpcs("G0105"),
                            "A service that is made up and has a text so long that it goes on",
                            "Made up service",
                            LocalDate.of(1998, 1, 1),
                            CodeEntry.ALWAYS_TO,
                            "D"),
                    new Hcpcs(
                            new Code.Hcpcs("J0001"),
                            "A drug",
                            "Drug",
                            LocalDate.of(2015, 4, 1),
                            LocalDate.of(2026, 10, 31),
                            "C"));

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static String record(
            String code, int sequence, char kind, String longText, String rest) {
        return String.format("%5s%05d%c%-80s%s", code, sequence, kind, longText, rest);
    }

    private static String first(
            String code, char kind, String longText, String shortText, String end) {
        return record(
                code,
                100,
                kind,
                longText,
                String.format(
                        "%-28s%110s%s%38s%s", shortText, "", end.charAt(0), "", end.substring(1)));
    }

    private static String file() {
        return first(
                        "AD",
                        '7',
                        "Supervision of more than",
                        "Supervision",
                        "D1984010120010101        N")
                + "\n"
                + record("AD", 200, '8', "four services", "")
                + "\n"
                + first(
                        "G0105",
                        '3',
                        "A service that is made up",
                        "Made up service",
                        "D1998010119980101        N")
                + "\n"
                + record("G0105", 200, '4', "and has a text so long", "")
                + "\n"
                + record("G0105", 300, '4', "that it goes on", "")
                + "\n"
                + first("J0001", '3', "A drug", "Drug", "C201504012015040120261031N")
                + "\n";
    }

    @Test
    void descriptionsGoOnOverSeveralRecords() throws IOException {
        var summary =
                desk.read(
                        desk.write(
                                NAME,
                                (BANNER + file())
                                        .replace("\n", "\r\n")
                                        .getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(desk.rows()).containsExactlyInAnyOrderElementsOf(EXPECTED);
        assertThat(summary.files().getFirst().rows()).isEqualTo(3);
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.HCPCS,
                                "2026Q4",
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 12, 31)));
    }

    @Test
    void valuesWithCommasAreReadAsTheFixedColumnsAre() throws IOException {
        desk.read(
                desk.write(
                        "HCPC2026_OCT_ANWEB.csv",
                        CSV_HEADER
                                + "   AD,0010,7,Supervision of more than four services,Supervision,D,19840101,20010101,,N\n"
                                + "G0105,0010,3,A service that is made up and has a text so long  that it goes on,Made up service,D,19980101,19980101,,N\n"
                                + "J0001,0010,3,A drug,Drug,C,20150401,20150401,20261031,N\n"));

        assertThat(desk.rows()).containsExactlyInAnyOrderElementsOf(EXPECTED);
    }

    @Test
    void aWorkbookIsReadAsTheFixedColumnsAre() throws IOException {
        desk.read(
                desk.write(
                        "HCPC2026_OCT_ANWEB.xlsx",
                        Desk.workbook(
                                "Disclaimers",
                                "HCPC|RECID|LONG DESCRIPTION|SHORT DESCRIPTION|COV|ADD DT|TERM DT",
                                "   AD|#7|Supervision of more than four services|x|D|#19840101|",
                                "G0105|#3|A service that is made up and has a text so long that it"
                                        + " goes on|Made up service|D|#19980101|",
                                "J0001|#3|A drug|Drug|C|#20150401|#20261031")));

        assertThat(desk.rows()).containsExactlyInAnyOrderElementsOf(EXPECTED);
    }

    @Test
    void oneListMayGiveTheTextsAndAnotherTheRest() throws IOException {
        var attributes =
                desk.write(
                        "attributes.csv",
                        "hcpcs_code,price,cov,date_term,date_added\nJ0001,00,C,20261031,20150401\n");
        var texts =
                desk.write(
                        "texts.csv",
                        "hcpcs,long_description,add_date,term_date\nJ0001,A,20150401,20261031\nJ0001,drug,,\n");
        desk.read(attributes + "@2026-01-01..2026-12-31", texts + "@2026-01-01..2026-12-31");

        assertThat(desk.rows())
                .containsExactly(
                        new Hcpcs(
                                new Code.Hcpcs("J0001"),
                                "A drug",
                                "",
                                LocalDate.of(2015, 4, 1),
                                LocalDate.of(2026, 10, 31),
                                "C"));
    }

    @Test
    void filesThatContradictEachOtherAreRefused() throws IOException {
        var one =
                desk.write(
                        "a/HCPC2026_OCT_ANWEB.csv",
                        CSV_HEADER + "J0001,0010,3,A drug,D,C,20150401,20150401,,N\n");
        var other =
                desk.write(
                        "b/HCPC2026_OCT_ANWEB.csv",
                        CSV_HEADER + "J0001,0010,3,A device,D,C,20150401,20150401,,N\n");

        assertThat(desk.flaws(one, other))
                .isEqualTo("HCPCS 2026Q4: files contradict each other about J0001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    G0105001003 | G010500100x  | 7 | "x" is no kind of record
                    G0105001003 | g0105001003  | 7 | "g0105" is no HCPCS code or modifier
                    19980101199 | 19989901199  | 7 | "19989901" is no date
                    G0105002004 | G0106002004  | 8 | the line goes on with no record before it
                    G0105002004 | G0105000504  | 8 | the line goes on with no record before it
                    G0105003004 | a note       | 9 | the line is no record
                    """)
    void aBadRecordIsToldByItsLine(String good, String bad, long line, String what)
            throws IOException {
        var file = desk.write(NAME, BANNER + file().replace(good, bad));

        assertThat(desk.flaws(file)).startsWith(NAME + ":" + (line - 1) + ": " + what);
    }

    @Test
    void aLastRecordThatIsCutIsTold() throws IOException {
        var whole = BANNER + file();

        assertThat(desk.flaws(desk.write(NAME, whole.substring(0, whole.length() - 40))))
                .isEqualTo(NAME + ":9: the file ends in the middle of the line");
        assertThat(desk.flaws(desk.write(NAME, whole.substring(0, whole.length() - 40) + "\n")))
                .isEqualTo(NAME + ":9: the line is too short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    G01051,0010,3,A,B,D,19980101,19980101,,N;  "G01051" is no HCPCS code or modifier
                    G0105,0010,3,A,B,D,1998,19980101,,N;       "1998" is no date
                    G0105,0010,3,A,B,D,19980101,19980101,x,N;  "x" is no date
                    G0105,0010,3,A,B,D,19980101;               the row has 7 columns, the header has 10
                    """)
    void aBadRowOfATableIsToldByItsLine(String row, String what) throws IOException {
        var file =
                desk.write(
                        "HCPC2026_OCT_ANWEB.csv",
                        CSV_HEADER + "J0001,0010,3,A drug,D,C,20150401,20150401,,N\n" + row + "\n");

        assertThat(desk.flaws(file)).isEqualTo("HCPC2026_OCT_ANWEB.csv:3: " + what);
    }
}
