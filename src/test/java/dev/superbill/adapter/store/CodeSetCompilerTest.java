package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.code.Code;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.AppendixSBasis;
import dev.superbill.codeset.AppendixSClass;
import dev.superbill.codeset.AppendixSEntry;
import dev.superbill.codeset.Billing;
import dev.superbill.codeset.Bundle;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeTable;
import dev.superbill.codeset.Designation;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.FeeIndicators;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.Interpretation;
import dev.superbill.codeset.MueLimit;
import dev.superbill.codeset.PatientLimit;
import dev.superbill.codeset.Side;
import dev.superbill.codeset.Supplement;
import dev.superbill.mention.Lexicon;
import dev.superbill.note.Fact;
import dev.superbill.note.Sex;
import dev.superbill.visit.FamilyCues;
import dev.superbill.visit.VisitFamily;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSetCompilerTest {
    private static final String CODES = "made-up.codes";
    private static final String EDITS = "ncci-ptp.edits";
    private static final String RELEASES = "releases.txt";
    private static final String WEIGHTS = "candidate-confidence/weights.txt";
    private static final String RELIABILITIES = "candidate-confidence/expressions.tsv";
    private static final String VISITS = "visit-family/weights.txt";

    private static final List<String> SUPPLEMENT =
            List.of(
                    "software.txt",
                    "excludes1.notes",
                    "policies.txt",
                    "patients.limits",
                    "appendix-s.editions",
                    "ai-services.relations",
                    "services.guidance");

    private static final String ALL_RELEASES =
            """
            CPT | 2026 | 2026-01-01 | 2026-12-31 | made up
            NCCI | 2026 | 2026-01-01 | 2026-12-31 | made up
            ICD-10-CM tabular | 2026 | 2026-01-01 | 2026-12-31 | made up
            payer policy | 2026 | 2026-01-01 | 2026-12-31 | made up
            """;

    @TempDir private Path folder;

    @BeforeEach
    void writeFilesWithoutFault() throws IOException {
        Files.createDirectories(folder.resolve(WEIGHTS).getParent());
        Files.createDirectories(folder.resolve(VISITS).getParent());
        write(VISITS, visits());
        write(CODES, "CPT 00001 | a made-up code\n  says  widget\n\nCPT 00002 | another\n");
        write(EDITS, "# a comment\n\n00001 00002 1 2026-01-01 *\n");
        write(
                RELEASES,
                """
                # a comment
                CPT | 2026 | 2026-01-01 | 2026-12-31 | made up
                NCCI | 2026 | 2026-01-01 | 2026-12-31 | made up
                """);
        write(
                WEIGHTS,
                """
                # a comment
                procedure 1 -2.5
                diagnosis 1
                stacked 1
                ranked 1
                chapter 0
                thresholds 0.1
                unseen 0.5
                """);
        write(RELIABILITIES, "00001\twidget\t1.5\n00002\t\t-1\n");
        for (var name : SUPPLEMENT) {
            write(name, "# a comment\n\n");
        }
    }

    private static String visits() {
        var families = " 1 2 3 4 5 6 7 8 9 10 11";
        var text = new StringBuilder("# a comment\nbase" + families + "\nunheard.base" + families);
        for (var cue : FamilyCues.all()) {
            text.append('\n').append(cue).append(families);
            text.append("\nunheard.").append(cue).append(families);
        }
        for (var family : VisitFamily.values()) {
            text.append("\nlevel.").append(family.label()).append(" 0.25".repeat(16));
        }
        return text.append('\n').toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private FlatFile compile() throws IOException {
        return FlatFile.open(ByteBuffer.wrap(new CodeSetCompiler().compile(folder, folder)));
    }

    private void assertRefused(String name, int line) {
        assertThatIllegalArgumentException()
                .isThrownBy(this::compile)
                .withMessageContaining(name + ":" + line + ": ");
    }

    @Test
    void filesWithoutFaultCompile() throws IOException {
        var flat = compile();

        assertThat(CodeTable.open(flat).size()).isEqualTo(2);
        assertThat(Bundle.open(flat).releases().getFirst().entries()).isEqualTo(1);
        assertThat(Lexicon.open(flat).expressions()).isEqualTo(1);
        assertThat(flat.doubles("confidence.procedure")).containsExactly(1, -2.5);
        assertThat(flat.doubles("confidence.expression")).containsExactly(1.5);
    }

    @Test
    void theVisitModelIsLaidOutByFamily() throws IOException {
        assertThat(compile().doubles("visit.unheard"))
                .hasSize(11 * (1 + FamilyCues.ofTheNote()))
                .startsWith(1, 1)
                .endsWith(11, 11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"base 1", "base 1 2 3 4 5 6 7 8 9 10 11 12", "base 1 2 3 4 5 6 7 8 9 10 x"})
    void aVisitModelOfOtherFamiliesIsRefused(String base) throws IOException {
        write(VISITS, visits() + base + "\n");

        assertThatIllegalArgumentException().isThrownBy(this::compile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"egd", "egd = a = b", "= widget", "egd = ;", "egd = & !"})
    void anAbbreviationThatCannotBeReadIsRefused(String line) throws IOException {
        write("abbreviations.txt", "# a comment\n\n" + line + "\n");

        assertRefused("abbreviations.txt", 3);
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        assertThat(new CodeSetCompiler().compile(folder, folder))
                .isEqualTo(new CodeSetCompiler().compile(folder, folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    1 | CPT 00001
                    1 | CPT 00001 !
                    1 | FOO 00001 ! made up
                    1 | CPT 0001 ! made up
                    1 | HCPCS 00001 ! made up
                    1 | ICD-10-CM A001 ! made up
                    1 | CUE sideways ! made up
                    1 | CONCEPT nonsense ! made up
                    1 | ~  says  widget~
                    3 | CPT 00001 ! made up;;  says  widget
                    2 | CPT 00001 ! made up; says  widget
                    2 | CPT 00001 ! made up;  sings  widget
                    2 | CPT 00001 ! made up;  says
                    3 | CPT 00001 ! made up;;CPT 00001 ! again
                    2 | CPT 00001 ! made up;  says  wid(get)
                    2 | CPT 00001 ! made up;  needs  ab*
                    2 | CPT 00001 ! made up;  unless  of the
                    2 | CPT 00001 ! made up;  unless  widget -> 0000
                    2 | CPT 00001 ! made up;  from  soon
                    2 | CPT 00001 ! made up;  to  2026-02-30
                    2 | CPT 00001 ! made up;  successor  0000
                    2 | CPT 00001 ! made up;  successor  00002  00003,
                    2 | CPT 00001 ! made up;  addon  anything
                    2 | CPT 00001 ! made up;  side  up
                    2 | CPT 00001 ! made up;  class  augmentative
                    2 | CPT 00001 ! made up;  class  clever descriptor
                    2 | CPT 00001 ! made up;  class  augmentative hearsay
                    3 | CPT 00001 ! made up;  class  augmentative inferred;  input  TEA_LEAVES
                    2 | CPT 00001 ! made up;  fees  status
                    2 | CPT 00001 ! made up;  fees  work=ten
                    2 | CPT 00001 ! made up;  fees  mue=1
                    2 | CPT 00001 ! made up;  fees  mue=1/4
                    2 | CPT 00001 ! made up;  fees  mue=-1/1
                    2 | CPT 00001 ! made up;  fees  mue=a/1
                    2 | CUE pseudo ! made up;  says  wid(get)
                    2 | CONCEPT signature ! made up;  says  wid(get)
                    """)
    void aCodeTableLineThatCannotBeReadIsNamed(int line, String text) throws IOException {
        write(CODES, text.replace(';', '\n').replace('!', '|'));

        assertRefused(CODES, line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00001",
                "00001 00002 1 2026-01-01",
                "00001 00002 x 2026-01-01 *",
                "00001 00002 1 soon *",
                "00001 00002 1 2026-01-01 never",
                "00001 00009 1 2026-01-01 *",
                "00009 00002 1 2026-01-01 *",
                "0001 00002 1 2026-01-01 *",
                "00001 00002 1 2026-01-01 *\n00001 00002 0 2026-01-01 *"
            })
    void anEditThatCannotBeReadIsNamed(String text) throws IOException {
        write(EDITS, "# a comment\n" + text + "\n");

        assertRefused(EDITS, text.contains("\n") ? 3 : 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CPT | 2026",
                "CPT | 2026 | 2026-01-01 | 2026-12-31",
                "CPT | 2026 | soon | 2026-12-31 | made up",
                "CPT | 2026 | 2026-01-01 | 2026-02-30 | made up",
                "CPT | 2026 | 2026-12-31 | 2026-01-01 | made up"
            })
    void aReleaseThatCannotBeReadIsNamed(String text) throws IOException {
        write(RELEASES, "# a comment\n\n" + text + "\n");

        assertRefused(RELEASES, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    excludes1.notes       ; A00
                    excludes1.notes       ; A00 | A0
                    excludes1.notes       ; A00 | B09-B01
                    excludes1.notes       ; A00.A0000 | B09
                    policies.txt          ; acme | 00001 | covered | 2026-01-01 | 2026-12-31 | made up
                    policies.txt          ; acme | 00001 | perhaps | 2026-01-01 | 2026-12-31 | made up | gadget
                    policies.txt          ; acme | 00001 | covered | soon | 2026-12-31 | made up | gadget
                    policies.txt          ; acme | 00001 | covered | 2026-12-31 | 2026-01-01 | made up | gadget
                    patients.limits       ; CPT 00001 | by its wording
                    patients.limits       ; CPT 0001 | age=0..1 | by its wording
                    patients.limits       ; FOO 00001 | age=0..1 | by its wording
                    patients.limits       ; CPT 00009-00001 | age=0..1 | by its wording
                    patients.limits       ; CPT 00001 | age=9..1 | by its wording
                    patients.limits       ; CPT 00001 | age=old | by its wording
                    patients.limits       ; CPT 00001 | sex=some | by its wording
                    patients.limits       ; CPT 00001 | hair=red | by its wording
                    appendix-s.editions   ; 2022 | 2022-01-01 | 2026-12-31 | made up | a | b
                    appendix-s.editions   ; soon | 2022-01-01 | 2026-12-31 | made up | a | b | c
                    appendix-s.editions   ; 2022 | 2026-12-31 | 2022-01-01 | made up | a | b | c
                    ai-services.relations ; TRIO 00001 | 00002 | 00003 | CT_DATA | made up
                    ai-services.relations ; PAIR 00001 | 00001 | 00003 | CT_DATA | made up
                    ai-services.relations ; PAIR 00001 | 00002 | 00003 | TEA_LEAVES | made up
                    ai-services.relations ; PAIR 00001 | 00002 | 3 | CT_DATA | made up
                    ai-services.relations ; WHOLE 00001 | 00001 | made up
                    services.guidance     ; TEA_LEAVES | 2026-01-01 | 2026-12-31 | a | b | made up
                    services.guidance     ; TRIAGE_SOFTWARE | 2026-12-31 | 2026-01-01 | a | b | made up
                    software.txt          ; Gadget | gad(get) | CT
                    software.txt          ; Gadget | gadget
                    """)
    void aRowOfASmallTableThatCannotBeReadIsNamed(String name, String text) throws IOException {
        write(RELEASES, ALL_RELEASES);
        write(name, "# a comment\n" + text + "\n");

        assertRefused(name, 2);
    }

    @Test
    void theSmallTablesCompile() throws IOException {
        write(RELEASES, ALL_RELEASES);
        write("excludes1.notes", "A00 | B01 C00-C09\n");
        write(
                "policies.txt",
                "acme | 0*T 00001 | not_covered | 2026-01-01 | 2026-12-31 | made up | gadget; cog\n");
        write("patients.limits", "ICD-10-CM A00-A09 | sex=female | age=9..124 | a disease\n");
        write("appendix-s.editions", "2022 | 2022-01-01 | 2026-12-31 | made up | a | b | c\n");
        write(
                "ai-services.relations",
                "PAIR 0001T | 0002T | 70010-70015 | CT_DATA | made up\nWHOLE 0001T | 0003T | made up\n");
        write("services.guidance", "TRIAGE_SOFTWARE | 2026-01-01 | 2026-12-31 | a | b | made up\n");
        write("software.txt", "Gadget | gadgetsoft; gadget labs | CT\n");

        var flat = compile();
        var supplement = Supplement.open(flat);

        assertThat(Lexicon.open(flat).expressions()).isEqualTo(3);
        assertThat(supplement.limits().of(new Code.Icd10("A05.1")))
                .containsExactly(new PatientLimit(Fact.known(Sex.FEMALE), 9, 130, "a disease"));
        assertThat(supplement.pairs()).hasSize(1);
        assertThat(supplement.wholes()).hasSize(1);
        assertThat(supplement.guidance()).hasSize(1);
        assertThat(
                        supplement
                                .appendixS(LocalDate.of(2026, 1, 1))
                                .definition(AppendixSClass.ASSISTIVE))
                .isEqualTo("a");
        assertThat(Bundle.open(flat).releases())
                .extracting(CodeSetRelease::name, CodeSetRelease::entries)
                .contains(tuple("ICD-10-CM tabular", 2), tuple("payer policy", 1));
    }

    @Test
    void aWeightThatIsNoNumberIsNamed() throws IOException {
        write(WEIGHTS, "# a comment\nprocedure 1 two\n");

        assertRefused(WEIGHTS, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001\twidget", "00001\twidget\tmuch", "00001 widget 1"})
    void aReliabilityThatCannotBeReadIsNamed(String text) throws IOException {
        write(RELIABILITIES, "00001\twidget\t1\n" + text + "\n");

        assertRefused(RELIABILITIES, 2);
    }

    @Test
    void aMissingArrayOfTheModelIsNamed() throws IOException {
        write(WEIGHTS, "procedure 1\ndiagnosis 1\nstacked 1\nranked 1\nchapter 0\nunseen 0\n");

        assertThatIllegalArgumentException()
                .isThrownBy(this::compile)
                .withMessageContaining("thresholds");
    }

    @Test
    void anExpressionTakesItsOwnReliabilityThenItsCodesThenThatOfTheUnseen() throws IOException {
        write(CODES, "CPT 00001 | a\n  says  widget; gear\n\nCPT 00002 | b\n  says  cog\n");
        write(RELIABILITIES, "00001\twidget\t1.5\n00001\t\t-1\n");

        assertThat(compile().doubles("confidence.expression")).containsExactly(1.5, -1, 0.5);
    }

    @Test
    void everyAttributeReachesTheEntry() throws IOException {
        write(
                CODES,
                """
                # a comment
                CPT 0001T | a made-up code
                  says      widget; gear & cog
                  needs     hammer
                  unless    nail -> 00002
                  group     made-up family
                  family    Made-up Services
                  addon     00002 00003
                  from      2024-07-01
                  to        2026-06-30
                  successor 00002 X0004
                  report    required
                  class     assistive descriptor
                  input     CT_DATA MR_DATA
                  side      left
                  fees      status=A global=090 pctc=1 multiple=2 bilateral=3 assistant=9 cosurgeons=1 team=0 base=00001 work=1047 mue=2/3
                  note      not certain

                CPT 00002 | a made-up successor
                HCPCS X0004 | another
                  addon     any
                ICD-10-CM A00.1 | a made-up diagnosis
                  side      none
                """);
        write(EDITS, "");

        var table = CodeTable.open(compile());

        assertThat(table.find(EntryBuilder.code("0001T")))
                .contains(
                        new CodeEntry(
                                EntryBuilder.code("0001T"),
                                "a made-up code",
                                "made-up family",
                                "Made-up Services",
                                LocalDate.of(2024, 7, 1),
                                LocalDate.of(2026, 6, 30),
                                List.of(EntryBuilder.code("00002"), EntryBuilder.code("X0004")),
                                List.of(),
                                new AddOn.To(
                                        List.of(
                                                EntryBuilder.code("00002"),
                                                EntryBuilder.code("00003"))),
                                new FeeIndicators(
                                        "A", "090", "1", "2", "3", "9", "1", "0", "00001", 1047),
                                Fact.known(new MueLimit(2, 3)),
                                Fact.known(
                                        new AppendixSEntry(
                                                AppendixSClass.ASSISTIVE,
                                                AppendixSBasis.DESCRIPTOR,
                                                2022,
                                                List.of("CT_DATA", "MR_DATA"))),
                                Interpretation.REQUIRED,
                                Side.LEFT,
                                "not certain",
                                Billing.BILLABLE,
                                Designation.NONE));
        assertThat(table.find(EntryBuilder.code("00002")))
                .map(CodeEntry::predecessors)
                .contains(List.of(EntryBuilder.code("0001T")));
        assertThat(table.find(EntryBuilder.code("X0004")))
                .map(CodeEntry::addOn)
                .contains(new AddOn.ToAny());
        assertThat(table.find(EntryBuilder.code("A00.1")))
                .map(CodeEntry::side)
                .contains(Side.UNSPECIFIED);
        assertThat(table.needsOf(table.row(EntryBuilder.code("0001T")))).isEqualTo(1);
    }

    @Test
    void editionsCountTheirCodesAndEdits() throws IOException {
        write(
                RELEASES,
                """
                CPT | 2026 | 2026-01-01 | 2026-12-31 | made up
                NCCI | 2026Q1 | 2026-01-01 | 2026-03-31 | made up
                """);

        assertThat(ReleaseText.open(compile(), "abc"))
                .containsExactly(
                        new CodeSetRelease(
                                "CPT",
                                "2026",
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 12, 31),
                                "made up",
                                2,
                                "abc"));
        assertThat(Bundle.open(compile()).releases())
                .extracting(CodeSetRelease::name, CodeSetRelease::edition, CodeSetRelease::entries)
                .containsExactly(tuple("NCCI", "2026Q1", 1));
    }

    @Test
    void filesBelowTheFolderAreReadInOrder() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a").resolve("more.codes"), "CPT 00003 | deeper\n");

        assertThat(CodeTable.open(compile()).find(new Code.Cpt("00003"))).isPresent();
    }
}
