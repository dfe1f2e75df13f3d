package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.OfficialRow.Mue;
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

class MueFormatTest {
    private static final String BANNER =
            """
            "Codes, descriptions and other data only are copyright of their publisher.

            All rights reserved.",,,
            "HCPCS/
            CPT Code",%s MUE Values,MUE Adjudication Indicator,MUE Rationale
            """;
    private static final String PRACTITIONER = BANNER.formatted("Practitioner Services");
    private static final String ROW = "0001U,1,2 Date of Service Edit: Policy,Code Descriptor\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    @Test
    void valuesAreReadUnderTheirQuotedBanner() throws IOException {
        desk.read(
                desk.write(
                        "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv",
                        PRACTITIONER
                                + ROW
                                + "G0105,0,1 Line Edit,\"Clinical: CMS, Workgroup\"\n"
                                + "0002M,N/A,3 Date of Service Edit: Clinical,Not published\n"));

        assertThat(desk.rows())
                .containsExactly(
                        new Mue(new Code.Cpt("0001U"), new MueLimit(1, 2), "Code Descriptor"),
                        new Mue(
                                new Code.Hcpcs("G0105"),
                                new MueLimit(0, 1),
                                "Clinical: CMS, Workgroup"));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.MUE_PRACTITIONER,
                                "2026Q3",
                                LocalDate.of(2026, 7, 1),
                                LocalDate.of(2026, 9, 30)));
    }

    @ParameterizedTest
    @CsvSource({
        "Practitioner Services, MUE_PRACTITIONER",
        "Outpatient Hospital Services, MUE_OUTPATIENT",
        "DME Supplier Services, MUE_DME"
    })
    void theHeaderTellsWhoseValuesTheyAre(String services, SourceKind kind) throws IOException {
        desk.read(
                desk.write("x.csv", BANNER.formatted(services) + ROW) + "@2026-01-01..2026-12-31");

        assertThat(desk.edition().kind()).isEqualTo(kind);
    }

    @Test
    void aWorkbookIsReadAsTheTextIs() throws IOException {
        desk.read(
                desk.write(
                        "MCR_MUE_DMESupplierServices_Eff_10-01-2026.xlsx",
                        Desk.workbook(
                                "Copyright",
                                "HCPCS/CPT Code|DME Supplier Services MUE Values|"
                                        + "MUE Adjudication Indicator|MUE Rationale",
                                "A4221|#12|3 Date of Service Edit: Clinical|Nature of Equipment")));

        assertThat(desk.rows())
                .containsExactly(
                        new Mue(
                                new Code.Hcpcs("A4221"),
                                new MueLimit(12, 3),
                                "Nature of Equipment"));
        assertThat(desk.edition().edition()).isEqualTo("2026Q4");
    }

    @Test
    void aPlainListSaysOfEveryRowWhoseItIs() throws IOException {
        var list = "hcpcs_code,mue_units,mue_mai,mue_rationale,mue_service\n";
        desk.read(
                desk.write("list.csv", list + "0001U,1,2,Why,Practitioner\n")
                        + "@2026-01-01..2026-12-31");
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.MUE_PRACTITIONER);
        assertThat(desk.edition().edition()).isEqualTo("2026 (as stated)");

        var mixed =
                desk.write(
                        "mixed.csv",
                        list + "0001U,1,2,Why,Practitioner\n0001U,1,2,Why,DME Supplier\n");
        assertThat(desk.flaws(mixed + "@2026-01-01..2026-12-31"))
                .isEqualTo("mixed.csv:3: \"DME Supplier\" is another kind of service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    0001,1,2 Policy,Why;       "0001" is no procedure code
                    0001U,one,2 Policy,Why;    "one" is no number
                    0001U,-1,2 Policy,Why;     "-1" is no number
                    0001U,1,4 Other,Why;       an MUE has 0 or more units and an MAI of 1, 2 or 3
                    0001U,1,Policy,Why;        "Policy" is no MUE adjudication indicator
                    0001U,1,,Why;              "" is no MUE adjudication indicator
                    0001U,1,2 Policy,;         the rationale is missing
                    0001U,1,2 Policy;          the row has 3 columns, the header has 4
                    0001U,1,2 Policy,Why,Why;  the row has 5 columns, the header has 4
                    """)
    void aBadRowIsToldByItsLine(String row, String what) throws IOException {
        var file =
                desk.write(
                        "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv",
                        PRACTITIONER + ROW + row + "\n" + ROW);

        assertThat(desk.flaws(file))
                .isEqualTo("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv:7: " + what);
    }

    @Test
    void aQuoteThatNeverEndsIsTold() throws IOException {
        var file =
                desk.write(
                        "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv",
                        PRACTITIONER + ROW + "\"0001U,1,2 Policy,Why\n" + ROW);

        assertThat(desk.flaws(file))
                .isEqualTo(
                        "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv:7: the row has 1"
                                + " columns, the header has 4");
    }

    @Test
    void contentThatContradictsTheNameIsRefused() throws IOException {
        var file = desk.write("MCR_MUE_DMESupplierServices_Eff_07-01-2026.csv", PRACTITIONER + ROW);

        assertThat(desk.flaws(file))
                .contains(
                        "called a file of mue-dme, but holds mue-practitioner: it is mislabelled");
        assertThat(desk.flaws("ptp-hospital=" + file))
                .contains("called a file of ptp-hospital, but holds mue-practitioner");

        desk.read("mue-practitioner=" + file);
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.MUE_PRACTITIONER);
    }

    @Test
    void aFileThatDoesNotSayItsDatesIsRefused() throws IOException {
        var file = desk.write("x.csv", PRACTITIONER + ROW);

        assertThat(desk.flaws(file))
                .isEqualTo(
                        "x.csv: it does not say which dates it serves; say so with PATH@FROM..TO");
    }
}
