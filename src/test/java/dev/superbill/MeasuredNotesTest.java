package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.code.Code;
import dev.superbill.decision.Alternative;
import dev.superbill.decision.Router;
import dev.superbill.decision.SuggestedLine;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Note;
import dev.superbill.rule.Finding;
import dev.superbill.rule.ncci.MueEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Three invented notes through the whole pipeline: measures become codes, units and questions.
class MeasuredNotesTest {
    private static final CodingPipeline PIPELINE =
            new CodingPipeline(EmbeddedKnowledge.load(), NoteClassifier.none(), () -> 0L);
    private static final String LESIONS =
            """
            PREOPERATIVE DIAGNOSIS: Nevi of the trunk.

            POSTOPERATIVE DIAGNOSIS: Benign nevi of the trunk.

            PROCEDURES:
            1. Excision of nevus of the upper back, 0.8 cm.
            2. Excision of nevus of the chest, 0.9 cm.
            3. Excision of nevus of the left shoulder, 1.6 cm.

            DESCRIPTION: Each lesion was marked with a margin of 1 mm and measured \
            before the skin was cut. All three were taken to the fat and sent in \
            separate jars. The skin was closed with single stitches of nylon. There was \
            no bleeding.
            """;
    private static final String FUSION =
            """
            PREOPERATIVE DIAGNOSIS: Cervical spondylosis with radiculopathy, C4-5, C5-6 \
            and C6-7.

            POSTOPERATIVE DIAGNOSIS: Same.

            PROCEDURES:
            1. Anterior cervical discectomy and fusion at C4-5, C5-6 and C6-7.
            2. Anterior cervical plate from C4 to C7.

            DESCRIPTION: Through a transverse cut on the right the front of the neck \
            was opened along the carotid sheath. Under the microscope the disc at each \
            of the three levels was removed back to the ligament, and the cord and both \
            roots were freed. A machined allograft was tapped into each space. A \
            titanium plate was fixed with two screws in every vertebra, and films \
            showed it well placed.
            """;
    private static final String WOUND =
            """
            PREOPERATIVE DIAGNOSIS: Laceration of the left forearm.

            POSTOPERATIVE DIAGNOSIS: Same.

            PROCEDURE: Simple repair of laceration of the left forearm.

            DESCRIPTION: The wound was washed out with saline. No glass was found and \
            the tendons were whole. The skin was closed in one layer with interrupted \
            nylon.
            """;

    private static List<SuggestedLine> lines(String text) {
        return PIPELINE.code(
                        new Note("invented", text),
                        EncounterBuilder.on("2026-06-15").build(),
                        CodingOptions.defaults())
                .lines();
    }

    private static int units(List<SuggestedLine> lines, String code) {
        return lines.stream()
                .filter(line -> line.code().value().equals(code))
                .mapToInt(SuggestedLine::units)
                .sum();
    }

    @Test
    void eachLesionIsCodedByItsDiameter() {
        var lines = lines(LESIONS);

        assertThat(units(lines, "11401")).isEqualTo(2);
        assertThat(units(lines, "11402")).isEqualTo(1);
    }

    @Test
    void furtherInterspacesAreUnitsOfTheAddOnCode() {
        var lines = lines(FUSION);

        assertThat(units(lines, "22551")).isEqualTo(1);
        assertThat(units(lines, "22552")).isEqualTo(2);
        assertThat(units(lines, "22846")).isEqualTo(1);
        assertThat(units(lines, "22845")).isZero();
        assertThat(lines)
                .flatExtracting(SuggestedLine::findings)
                .extracting(Finding::ruleId)
                .doesNotContain(MueEdit.ID);
    }

    @Test
    void anUnstatedLengthIsAskedFor() {
        var repair =
                lines(WOUND).stream()
                        .filter(line -> line.code().value().startsWith("120"))
                        .findFirst()
                        .orElseThrow();

        assertThat(repair.alternatives())
                .extracting(Alternative::code)
                .extracting(Code::value)
                .contains("12002");
        assertThat(repair.findings()).extracting(Finding::ruleId).contains(Router.ATTRIBUTE);
    }
}
