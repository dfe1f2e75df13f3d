package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.OfficialRow.Icd10;
import dev.superbill.codeset.OfficialRow.Icd10Deletion;
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

class Icd10FormatTest {
    private static final String ORDER = "icd10cm_order_2026.txt";
    private static final String ADDENDA = "icd10cm-order-addenda-2026.txt";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static String row(int order, String code, int flag, String title) {
        return String.format("%05d %-7s %d %-60s %s%n", order, code, flag, title, title)
                .replace("\r", "");
    }

    private static String change(String what, int flag, String code, String title) {
        return String.format("%-13s%d %-7s %-60s %s%n", what, flag, code, title, title)
                .replace("\r", "");
    }

    private static Icd10 code(String code, Billing billing, String title) {
        return new Icd10(new Code.Icd10(code), billing, title, title);
    }

    private static String order() {
        return row(1, "A00", 0, "Made up disease")
                + row(2, "A000", 1, "Made up disease, mild")
                + row(3, "S30XXXA", 1, "Made up injury, initial encounter")
                + row(9, "QA0010", 1, "Made up disorder");
    }

    @Test
    void rowsOfAnOrderFileHaveTheirDot() throws IOException {
        desk.read(desk.write(ORDER, order().replace("\n", "\r\n")));

        assertThat(desk.rows())
                .containsExactly(
                        code("A00", Billing.HEADER, "Made up disease"),
                        code("A00.0", Billing.BILLABLE, "Made up disease, mild"),
                        code("QA0.010", Billing.BILLABLE, "Made up disorder"),
                        code("S30.XXXA", Billing.BILLABLE, "Made up injury, initial encounter"));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.ICD_10_CM,
                                "FY2026",
                                LocalDate.of(2025, 10, 1),
                                LocalDate.of(2026, 9, 30)));
    }

    @Test
    void addendaAreAppliedToTheOrderFileOfTheirEditionWhicheverComesFirst() throws IOException {
        var addenda =
                desk.write(
                        ADDENDA,
                        change("Delete:", 1, "A000", "Made up disease, mild")
                                + change("Add:", 0, "A000", "Made up disease, mild")
                                + change("Add:", 1, "A0001", "Made up disease, mild, first")
                                + change("Revise from:", 0, "A00", "Made up disease")
                                + change("Revise to:", 0, "A00", "Made up diseases")
                                + change("Delete:", 1, "S30XXXA", "Made up injury")
                                + "\nHeaders\n  23324 headers in icd10cm_order_2025.txt\nof which\n");
        desk.read(addenda, desk.write(ORDER, order()));

        assertThat(desk.rows())
                .containsExactly(
                        code("A00", Billing.HEADER, "Made up diseases"),
                        code("A00.0", Billing.HEADER, "Made up disease, mild"),
                        code("A00.01", Billing.BILLABLE, "Made up disease, mild, first"),
                        code("QA0.010", Billing.BILLABLE, "Made up disorder"),
                        new Icd10Deletion(new Code.Icd10("S30.XXXA")));
    }

    @Test
    void addendaAloneAreRefused() throws IOException {
        var addenda =
                desk.write(
                        ADDENDA, change("Add:", 1, "A0001", "x") + change("Add:", 1, "A0002", "x"));

        assertThat(desk.flaws(addenda))
                .isEqualTo(
                        "ICD-10-CM FY2026: the addenda are of no use without the order file of"
                                + " their edition");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00009 QA0010   | 00009 QB0010   | "QB0010" is no diagnosis code
                    00009 QA0010   | 00002 QA0010   | the number 2 does not follow 3
                    00009 QA0010   | 0000x QA0010   | the line is no row of an order file
                    QA0010  1      | QA0010  2      | the line is no row of an order file
                    00009 QA0010   | 00009 A000     | the line is no row of an order file
                    """)
    void aBadRowIsToldByItsLine(String good, String bad, String what) throws IOException {
        assertThat(desk.flaws(desk.write(ORDER, order().replace(good, bad))))
                .isEqualTo(ORDER + ":4: " + what);
    }

    @Test
    void aCodeWithTwoMeaningsIsTold() throws IOException {
        var file = desk.write(ORDER, order() + row(10, "A000", 1, "Another disease"));

        assertThat(desk.flaws(file))
                .isEqualTo(ORDER + ":5: \"A00.0\" is listed twice, differently");
    }

    @Test
    void aLastLineThatIsCutIsTold() throws IOException {
        var whole = order();

        assertThat(desk.flaws(desk.write(ORDER, whole.substring(0, whole.length() - 3))))
                .isEqualTo(ORDER + ":4: the file ends in the middle of the line");
        assertThat(desk.flaws(desk.write(ORDER, whole.substring(0, whole.length() - 30) + "\n")))
                .isEqualTo(ORDER + ":4: the line is no row of an order file");
    }

    @Test
    void aBadChangeIsToldByItsLine() throws IOException {
        var addenda =
                desk.write(
                        ADDENDA,
                        change("Add:", 1, "A0001", "x")
                                + change("Add:", 1, "A0002", "x")
                                + change("Move:", 1, "A0002", "x")
                                + change("Add:", 7, "A0002", "x")
                                + change("Add:", 1, "00002", "x"));

        assertThat(desk.flaws(desk.write(ORDER, order()), addenda))
                .isEqualTo(
                        """
                        icd10cm-order-addenda-2026.txt:3: the line is no change to an order file
                        icd10cm-order-addenda-2026.txt:4: the line is no change to an order file
                        icd10cm-order-addenda-2026.txt:5: "00002" is no diagnosis code\
                        """);
    }
}
