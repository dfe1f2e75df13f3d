package dev.superbill.adapter.store.official;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.Excludes1;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Icd10TabularFormatTest {
    private static final String NAME = "icd10cm_tabular_2026.xml";
    private static final String LIST =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <ICD10CM.tabular xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="icd10cm-tabular.xsd">
              <version>2026</version>
              <title>ICD-10-CM TABULAR LIST of DISEASES and INJURIES</title>
              <chapter>
                <name>4</name>
                <desc>Made up diseases (E00-E89)</desc>
                <excludes1><note>made up disorder of newborn (P70-P74)</note></excludes1>
                <sectionIndex><sectionRef first="E08" last="E13" id="E08-E13">Made up</sectionRef></sectionIndex>
                <section id="E08-E13">
                  <desc>Made up diseases (E08-E13)</desc>
                  <diag>
                    <name>E10</name>
                    <desc>Made up disease</desc>
                    <includes><note>another (E99)</note></includes>
                    <excludes1>
                      <note>a disease due to a drug (E09.-, T38.0X5)</note>
                      <note>a disease &amp; another (A00-A09)</note>
                      <note>nothing that has a code</note>
                      <note>poisoning (T36-T50 with fifth or sixth character 5)</note>
                    </excludes1>
                    <excludes2><note>may be coded too (O24.-)</note></excludes2>
                    <diag>
                      <name>E10.1</name>
                      <desc>Made up disease with more</desc>
                      <excludes1><note>type 2 (E11.0-)</note></excludes1>
                    </diag>
                  </diag>
                  <diag><name>E11</name><desc>Another</desc></diag>
                </section>
              </chapter>
            </ICD10CM.tabular>
            """;

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void empty() {
        desk = new Desk(folder);
    }

    private static Excludes1 note(String code, String from, String to) {
        return new Excludes1(new Code.Icd10(code), new Code.Icd10(from), new Code.Icd10(to));
    }

    @Test
    void notesOfACodeAreItsOwnAndThoseOfAChapterOfEachCategory() throws IOException {
        desk.read(desk.write(NAME, LIST));

        assertThat(desk.rows())
                .containsExactlyInAnyOrder(
                        note("E10", "P70", "P74"),
                        note("E10", "E09", "E09"),
                        note("E10", "T38.0X5", "T38.0X5"),
                        note("E10", "A00", "A09"),
                        note("E10.1", "E11.0", "E11.0"),
                        note("E11", "P70", "P74"));
        assertThat(desk.edition().kind()).isEqualTo(SourceKind.ICD_10_CM_EXCLUDES);
        assertThat(desk.edition().edition()).isEqualTo("FY2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a (E10.-)                         | E10..E10
                    a (E10.-, A00-A09)                | E10..E10 A00..A09
                    a (K70.0-K70.9) b (K71)           | K70.0..K70.9 K71..K71
                    a (C00.- - C14.-)                 | C00..C14
                    a (E08.0-; E09.0- and E10.0-)     | E08.0..E08.0 E09.0..E09.0 E10.0..E10.0
                    a (QA0.0-)                        | QA0.0..QA0.0
                    a (left)                          | ''
                    a (see E10)                       | ''
                    a (T36-T50 with sixth character)  | ''
                    none                              | ''
                    """)
    void codesStandInBrackets(String note, String expected) {
        assertThat(
                        Icd10TabularFormat.references(note).stream()
                                .map(range ->
                                        range.getFirst().value() + ".." + range.getLast().value())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void aListThatIsCutIsRefused() throws IOException {
        assertThat(desk.flaws(desk.write(NAME, LIST.substring(0, LIST.indexOf("<desc>Another")))))
                .isEqualTo(NAME + ":29: the XML is damaged or cut short");
    }

    @Test
    void aCodeThatIsNoneIsToldByTheLineOfItsNote() throws IOException {
        assertThat(desk.flaws(desk.write(NAME, LIST.replace("<name>E10.1<", "<name>1E0.1<"))))
                .isEqualTo(NAME + ":26: \"1E0.1\" is no diagnosis code");
    }

    @Test
    void anEntityOutsideTheFileIsNotRead() throws IOException {
        var secret = desk.write("secret.txt", "(B00)");
        var list =
                LIST.replace(
                                "<ICD10CM.tabular ",
                                "<!DOCTYPE x [<!ENTITY leak SYSTEM \"file://"
                                        + secret
                                        + "\">]>\n<ICD10CM.tabular ")
                        .replace("nothing that has a code", "&leak;");

        assertThat(desk.flaws(desk.write(NAME, list)))
                .isEqualTo(NAME + ":20: the XML is damaged or cut short");
        assertThat(desk.rows().stream().map(OfficialRow::toString))
                .noneMatch(row -> row.contains("B00"));
    }

    @Test
    void aVersionThatContradictsTheNameIsRefused() throws IOException {
        assertThat(desk.flaws(desk.write(NAME, LIST.replace(">2026<", ">2025<"))))
                .isEqualTo(NAME + ": its name is of 2026, its content of 2025");
    }
}
