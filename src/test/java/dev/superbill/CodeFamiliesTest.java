package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.candidate.Answer;
import dev.superbill.candidate.FamilyResolver;
import dev.superbill.candidate.Lookup;
import dev.superbill.candidate.LookupSource;
import dev.superbill.candidate.Proposal;
import dev.superbill.code.CodeSystem;
import dev.superbill.mention.MentionFinder;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Note;
import dev.superbill.section.Sectionizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The families that ship, over invented notes: the code that the measure asks for is proposed with
/// its units, and none of its siblings.
class CodeFamiliesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);
    private static final Knowledge KNOWLEDGE = EmbeddedKnowledge.load();
    private static final MentionFinder FINDER = new MentionFinder(KNOWLEDGE.lexicon());
    private static final FamilyResolver RESOLVER =
            new FamilyResolver(
                    KNOWLEDGE.codeSets().table(), KNOWLEDGE.codeSets().supplement().families());

    private static NoteMentions read(String text) {
        var note = new Note("invented", text.translateEscapes());
        return FINDER.find(note, new Sectionizer().split(note));
    }

    private static Lookup resolved(String text) {
        var mentions = read(text);
        return RESOLVER.resolve(
                new LookupSource(KNOWLEDGE.codeSets().table())
                        .propose(mentions, DATE, EnumSet.of(CodeSystem.CPT)),
                mentions,
                DATE);
    }

    private static List<String> counted(Lookup lookup) {
        return lookup.proposals().stream()
                .map(proposal -> proposal.code().value() + "x" + proposal.units())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: Excision of nevus of the back, 0.4 cm. | 11400x1 | 11401 11402
                    PROCEDURE: Excision of nevus of the back, 2.4 cm with margins. | 11403x1 | 11400 11401 11402
                    PROCEDURE: Excision of a 1.2 cm nevus of the back with 2 mm margins. | 11402x1 | 11401 11403
                    PROCEDURE: Excision of a 1.8 cm nevus of the back with 2 mm margins. | 11403x1 | 11402
                    PROCEDURE: Excision of sebaceous cyst of the forehead, 3.5 cm. | 11444x1 | 11442 11443
                    PROCEDURES:\\n1. Excision of nevus of the back, 0.8 cm.\\n2. Excision of nevus of the left arm, 0.9 cm.\\n3. Excision of nevus of the chest, 1.5 cm. | 11401x2 11402x1 | 11400 11403
                    PROCEDURE: Simple repair of laceration of the forearm, 9 cm. | 12004x1 | 12001 12002
                    PROCEDURE: Intermediate repair of lacerations of the thigh, 5 cm and 4 cm. | 12034x1 | 12031 12032
                    PROCEDURE: Intermediate repair of laceration of the thigh, 5 cm. | 12032x1 | 12031 12034
                    PROCEDURE: Excisional debridement of skin and subcutaneous tissue of the leg wound, 55 sq cm. | 11042x1 11045x2 | 11043
                    PROCEDURE: Debridement of ten toenails. | 11721x1 | 11720
                    PROCEDURE: Anterior cervical discectomy and fusion C4-5, C5-6 and C6-7. | 22551x1 22552x2 | ''
                    PROCEDURE: Anterior cervical discectomy and fusion C5-6.\\nDESCRIPTION: The disc was removed. | 22551x1 | 22552
                    PROCEDURE: Lumbar laminectomy with foraminotomy L3-4, L4-5 and L5-S1. | 63047x1 63048x2 | ''
                    PROCEDURE: Transforaminal epidural steroid injection, left L4-5 and L5-S1, with fluoroscopy. | 64483x1 64484x1 | ''
                    EXAM: Chest, PA and lateral views.\\nFINDINGS: The lungs are clear.\\nIMPRESSION: Normal. | 71046x1 | 71045 71047
                    EXAM: Knee, four views.\\nFINDINGS: No fracture.\\nIMPRESSION: Normal. | 73564x1 | 73560 73562
                    EXAM: Right wrist, three views.\\nFINDINGS: No fracture.\\nIMPRESSION: Normal. | 73110x1 | 73100
                    EXAM: Obstetrical ultrasound.\\nFINDINGS: Single intrauterine pregnancy of 19 weeks 2 days. Fetal anatomy is normal.\\nIMPRESSION: Normal anatomy. | 76805x1 | 76801
                    PROCEDURE: Laparoscopic total hysterectomy.\\nFINDINGS: The uterus weighed 420 g. | 58572x1 | 58570
                    """)
    void theMeasureDecides(String text, String present, String absent) {
        var codes = resolved(text);

        assertThat(counted(codes)).contains(present.split(" ", -1));
        assertThat(codes.proposals().stream().map(Proposal::code).map(code -> code.value()))
                .doesNotContainAnyElementsOf(Arrays.asList(absent.split(" ", -1)));
    }

    @Test
    void aMeasureIsEvidence() {
        var text = "PROCEDURE: Excision of nevus of the back, 2.4 cm with margins.";
        var mentions = read(text);
        var lookup =
                RESOLVER.resolve(
                        new LookupSource(KNOWLEDGE.codeSets().table())
                                .propose(mentions, DATE, EnumSet.of(CodeSystem.CPT)),
                        mentions,
                        DATE);

        assertThat(lookup.proposals())
                .filteredOn(proposal -> proposal.code().value().equals("11403"))
                .singleElement()
                .satisfies(proposal ->
                        assertThat(proposal.support())
                                .anySatisfy(place ->
                                        assertThat(mentions.note().slice(place.span()))
                                                .isEqualTo("2.4 cm")));
    }

    @Test
    void withoutAMeasureTheQuestionStaysOpenAndTheSiblingsAreNamed() {
        var lookup = resolved("PROCEDURE: Excision of nevus of the back.");

        assertThat(lookup.proposals())
                .filteredOn(proposal -> proposal.code().value().startsWith("114"))
                .isNotEmpty()
                .allSatisfy(proposal -> {
                    assertThat(proposal.answer()).isInstanceOf(Answer.Open.class);
                    assertThat(proposal.siblings()).hasSizeGreaterThanOrEqualTo(5);
                });
    }
}
