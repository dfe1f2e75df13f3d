package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.OfficialRow.Cpt;
import dev.superbill.codeset.OfficialRow.ModifierText;
import dev.superbill.codeset.SourceEdition;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every descriptor here is invented.
class CptFormatTest {
    private static final String NOTICE =
            """
            ==============================================================
            CPT® 2026 Standard Data File

            CPT codes, descriptions and other data are copyright 1966, 1970,
            2025 by their publisher. All rights reserved.
            ==============================================================

            """;
    private static final String LONG =
            NOTICE + "0001T\tFirst made-up service, with imaging\n99999\tLast made-up service\n";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static Cpt cpt(
            String code, String longText, String medium, String shortText, String consumer) {
        return new Cpt(new Code.Cpt(code), longText, medium, shortText, consumer);
    }

    @Test
    void theFilesOfAFolderGiveEachCodeItsDescriptors() throws IOException {
        desk.write("cpt/LONGULT.txt", LONG.replace("\n", "\r\n"));
        desk.write("cpt/LONGUT.txt", LONG.toUpperCase(Locale.ROOT));
        desk.write("cpt/MEDU.txt", NOTICE + "0001T FIRST MADE-UP SERVICE\n99999 LAST MADE-UP\n");
        desk.write("cpt/SHORTU.txt", NOTICE + "0001T FIRST\n99999 LAST\n");
        desk.write(
                "cpt/Consumer/ConsumerDescriptor.txt",
                """
                Concept Id\tCPT Code\tConsumer Friendly Descriptor
                1000001\t0001T\tA service that nobody has
                """);
        desk.write(
                "cpt/MODUL.txt",
                NOTICE
                        + """
                        CPT Level I Modifiers

                        22 Made-up modifier: something was
                        unusual about it
                        26\tAnother made-up modifier
                        """);
        desk.write("cpt/readme.txt", "Read me.\n");
        var summary = desk.read(folder.resolve("cpt") + "@2026-01-01..2026-12-31");

        assertThat(desk.rows())
                .containsExactly(
                        cpt(
                                "0001T",
                                "First made-up service, with imaging",
                                "FIRST MADE-UP SERVICE",
                                "FIRST",
                                "A service that nobody has"),
                        cpt("99999", "Last made-up service", "LAST MADE-UP", "LAST", ""),
                        new ModifierText(
                                new Modifier("22"),
                                "Made-up modifier: something was unusual about it"),
                        new ModifierText(new Modifier("26"), "Another made-up modifier"));
        assertThat(summary.skipped())
                .extracting(skipped -> skipped.file() + ": " + skipped.why())
                .containsExactly(
                        "readme.txt: none of the files that are read",
                        "LONGUT.txt: the same table as LONGULT.txt");
    }

    @Test
    void theBannerTellsTheYear() throws IOException {
        desk.read(desk.write("2024/LONGULT.txt", LONG));

        assertThat(desk.edition())
                .isEqualTo(
                        new SourceEdition(
                                SourceKind.CPT,
                                "2026",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31)));
    }

    @Test
    void whereTheBannerIsSilentAFolderTellsTheYear() throws IOException {
        desk.read(desk.write("CPT 2025/standard/SHORTU.txt", "0001T FIRST\n"));

        assertThat(desk.edition().edition()).isEqualTo("2025");
    }

    @Test
    void aLongDescriptorInFixedColumnsGoesOnOverLines() throws IOException {
        desk.read(
                desk.write(
                        "LONGULF.txt",
                        NOTICE
                                + """
                                0001T01First made-up service,
                                0001T02with imaging
                                9999901Last made-up service
                                """));

        assertThat(desk.rows())
                .containsExactly(
                        cpt("0001T", "First made-up service, with imaging", "", "", ""),
                        cpt("99999", "Last made-up service", "", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0001\tX             | the line is no code with its descriptor
                    and more of it      | the line is no code with its descriptor
                    0001T\t             | the line is no code with its descriptor
                    G0105\tA service    | "G0105" is no CPT code
                    99999\tAnother one  | "99999" is described twice, differently
                    0002T02 goes on     | "0002T" goes on with no record before it
                    """)
    void aBadLineIsToldByItsNumber(String line, String what) throws IOException {
        var file = desk.write("LONGULT.txt", LONG + line.replace("\\t", "\t") + "\n");

        assertThat(desk.flaws(file)).isEqualTo("LONGULT.txt:10: " + what);
    }

    @Test
    void aLastLineThatIsCutIsTold() throws IOException {
        var file = desk.write("LONGULT.txt", LONG.substring(0, LONG.length() - 5));

        assertThat(desk.flaws(file))
                .isEqualTo("LONGULT.txt:9: the file ends in the middle of the line");
    }

    @Test
    void aFileOfAnotherKindIsMislabelled() throws IOException {
        var file =
                desk.write(
                        "LONGULT.txt", "primary_code,add_on_code,aoc_edit_type\n0001T,0002T,1\n");

        assertThat(desk.flaws("cpt=" + file))
                .isEqualTo(
                        "LONGULT.txt: it is called a file of cpt, but holds add-on: it is"
                                + " mislabelled");
    }
}
