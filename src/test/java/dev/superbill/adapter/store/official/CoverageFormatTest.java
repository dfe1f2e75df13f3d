package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis.Effect;
import dev.superbill.codeset.OfficialRow.CoveredProcedure;
import dev.superbill.codeset.OfficialRow.Determination;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageFormatTest {
    private static final String ARTICLE =
            "article_id,article_version,title,description,status,display_id,article_eff_date,article_end_date,date_retired,last_updated\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static Map<String, String> articles() {
        var tables = new LinkedHashMap<String, String>();
        tables.put(
                "article.csv",
                ARTICLE
                        + """
                        57642,11,Old title,<p>x</p>,A,,2020-01-01 00:00:00,,,2020-01-01 00:00:00
                        57642,12,Made-up imaging,"<p>Prose,
                        over\ttwo lines</p>",A,,2026-01-15 00:00:00,,,2026-11-17 10:00:00.5
                        57643,1,Retired,,R,,2020-01-01 00:00:00,,2025-06-30 00:00:00,2025-07-01 00:00:00
                        57644,1,Proposed,,P,DA57644,2027-01-01 00:00:00,,,2026-01-01 00:00:00
                        """);
        tables.put(
                "article_x_hcpc_code.csv",
                """
                article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,last_updated,long_description,short_description
                57642,12,75577,1,1,N,2026-01-01,x,x
                57642,12,G0105,1,2,N,2026-01-01,x,x
                57642,11,75580,1,1,N,2026-01-01,x,x
                57643,1,XX000,1,1,N,2026-01-01,Not Applicable,N/A
                """);
        tables.put(
                "article_x_icd10_covered.csv",
                """
                article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,sort_order,last_updated,description,asterisk
                57642,12,I25.10,1,1,N,1,2026-01-01,x,
                57642,12,I25.110,1,2,N,2,2026-01-01,x,*
                57643,1,A00.0,1,1,N,1,2026-01-01,x,
                57643,1,A00.1,1,2,N,1,2026-01-01,x,
                """);
        tables.put(
                "article_x_icd10_noncovered.csv",
                """
                article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,range,sort_order,last_updated,description,asterisk
                57643,1,Z00.00,1,1,N,1,2026-01-01,x,
                """);
        tables.put(
                "article_x_contractor.csv",
                """
                article_id,article_version,contractor_id,contractor_type_id,contractor_version,last_updated
                57642,12,236,9,1,2026-01-01
                57642,12,237,9,1,2026-01-01
                """);
        tables.put(
                "contractor.csv",
                """
                contractor_id,contractor_type_id,contractor_version,contractor_bus_name,contractor_number
                237,9,1,Made-up contractor,09102
                """);
        tables.put(
                "contractor_jurisdiction.csv",
                """
                contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date,last_updated
                236,9,1,10,2010-01-01,,2026-01-01
                236,9,1,11,2010-01-01,2015-01-01,2026-01-01
                """);
        tables.put(
                "state_lookup.csv",
                "state_id,state_abbrev,description\n10,FL,Florida\n11,GA,Georgia\n");
        tables.put(
                "article_type_lookup.csv", "article_type_id,description\n6,Billing and Coding\n");
        return tables;
    }

    private static byte[] archive(Map<String, String> tables) throws IOException {
        return Desk.zip(
                tables.entrySet().stream()
                        .flatMap(table -> List.of(table.getKey(), table.getValue()).stream())
                        .toArray());
    }

    private String download(Map<String, String> tables) throws IOException {
        return desk.write(
                "current_article.zip",
                Desk.zip("readme.pdf", "%PDF", "current_article_csv.zip", archive(tables)));
    }

    @Test
    void theTablesOfAnArchiveInAnArchiveAreJoined() throws IOException {
        var summary = desk.read(download(articles()));

        assertThat(desk.rows())
                .containsExactly(
                        new Determination(
                                "A57642",
                                "Made-up imaging",
                                LocalDate.of(2026, 1, 15),
                                CodeEntry.ALWAYS_TO,
                                List.of("FL", "contractor 09102")),
                        new CoveredProcedure("A57642", 1, new Code.Cpt("75577")),
                        new CoveredProcedure("A57642", 2, new Code.Hcpcs("G0105")),
                        new CoveredDiagnosis(
                                "A57642", 1, new Code.Icd10("I25.10"), Effect.SUPPORTS),
                        new CoveredDiagnosis(
                                "A57642", 2, new Code.Icd10("I25.110"), Effect.SUPPORTS),
                        new Determination(
                                "A57643",
                                "Retired",
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2025, 6, 30),
                                List.of()),
                        new CoveredDiagnosis("A57643", 0, new Code.Icd10("A00.0"), Effect.SUPPORTS),
                        new CoveredDiagnosis("A57643", 0, new Code.Icd10("A00.1"), Effect.SUPPORTS),
                        new CoveredDiagnosis(
                                "A57643", 0, new Code.Icd10("Z00.00"), Effect.DOES_NOT_SUPPORT));
        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.COVERAGE,
                                "2026-11-17",
                                CodeEntry.ALWAYS_FROM,
                                CodeEntry.ALWAYS_TO));
        assertThat(summary.skipped())
                .extracting(skipped -> skipped.file())
                .containsExactly(
                        "current_article.zip!current_article_csv.zip!article_type_lookup.csv",
                        "current_article.zip!readme.pdf");
    }

    @Test
    void localAndNationalDeterminationsAreReadToo() throws IOException {
        desk.write(
                "mcd/lcd.csv",
                """
                lcd_id,lcd_version,title,status,display_id,rev_eff_date,rev_end_date,orig_det_eff_date,ent_det_end_date,date_retired
                33776,40,Made-up studies,A,,,,2015-10-01 00:00:00,,
                """);
        desk.write(
                "mcd/lcd_x_hcpc_code.csv",
                "lcd_id,lcd_version,hcpc_code_id,hcpc_code_group\n33776,40,75577,1\n");
        desk.write(
                "mcd/ncd_trkg.csv",
                """
                NCD_id,NCD_vrsn_num,NCD_mnl_sect,NCD_mnl_sect_title,NCD_efctv_dt,NCD_trmntn_dt
                1,2,220.6,Made-up scans,2013-06-11 00:00:00,
                """);
        desk.read(folder.resolve("mcd").toString());

        assertThat(desk.rows())
                .containsExactly(
                        new Determination(
                                "L33776",
                                "Made-up studies",
                                LocalDate.of(2015, 10, 1),
                                CodeEntry.ALWAYS_TO,
                                List.of()),
                        new CoveredProcedure("L33776", 0, new Code.Cpt("75577")),
                        new Determination(
                                "NCD 220.6",
                                "Made-up scans",
                                LocalDate.of(2013, 6, 11),
                                CodeEntry.ALWAYS_TO,
                                List.of()));
    }

    @Test
    void tablesWhoseDocumentsAreMissingAreRefused() throws IOException {
        var tables = articles();
        tables.remove("article.csv");

        assertThat(desk.flaws(download(tables)))
                .contains(
                        "MCD current: a table lists codes of A57642, but no table of such documents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    article.csv                 | 57643,1,Ret        | x,1,Ret           | 5 | "x" is no number
                    article.csv                 | 2025-06-30         | 30 June           | 5 | "30 June 00:00:00" is no date
                    article_x_hcpc_code.csv     | 57642,12,G0105     | 57642,12,G010     | 3 | "G010" is no procedure code
                    article_x_hcpc_code.csv     | 75577,1,1,N,       | 75577,1,1,        | 2 | the row has 8 columns, the header has 9
                    article_x_icd10_covered.csv | 12,I25.10,         | 12,25.10,         | 2 | "25.10" is no diagnosis code
                    article_x_icd10_covered.csv | 12,I25.10,1,1      | 12,I25.10,1,one   | 2 | "one" is no number
                    """)
    void aBadRowIsToldByItsLine(String table, String good, String bad, long line, String what)
            throws IOException {
        var tables = articles();
        tables.compute(table, (_, content) -> String.valueOf(content).replace(good, bad));

        assertThat(desk.flaws(download(tables)))
                .isEqualTo(
                        "current_article.zip!current_article_csv.zip!"
                                + table
                                + ":"
                                + line
                                + ": "
                                + what);
    }
}
