package dev.superbill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.candidate.Origin;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.code.CodeSystem;
import dev.superbill.decision.Router;
import dev.superbill.decision.Routing;
import dev.superbill.decision.SuggestedLine;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.mention.Evidence;
import dev.superbill.note.Encounter;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Note;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingPipelineTest {
    private static final CodingPipeline PIPELINE =
            new CodingPipeline(EmbeddedKnowledge.load(), NoteClassifier.none(), () -> 0L);
    private static final Encounter ENCOUNTER = EncounterBuilder.on("2026-06-30").build();

    /// Synthetic notes, each with a code that it must give and a diagnosis.
    enum Sample {
        CHOLECYSTECTOMY(
                "47562",
                "K80",
                """
                PREOPERATIVE DIAGNOSIS: Symptomatic cholelithiasis.
                POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with cholelithiasis.
                PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
                ANESTHESIA: General.
                DESCRIPTION OF PROCEDURE: The abdomen was insufflated and four ports were placed.
                The gallbladder was grasped. The cystic duct and the cystic artery were clipped and
                divided. The gallbladder was removed from the liver bed and out of the umbilical port.
                """,
                "laparoscopic cholecystectomy"),
        COLONOSCOPY(
                "45385",
                "K63",
                """
                PROCEDURE: Colonoscopy with snare polypectomy.
                POSTOPERATIVE DIAGNOSIS: Polyp of the sigmoid colon.
                DESCRIPTION OF PROCEDURE: The colonoscope was passed to the cecum. A polyp of eight
                millimeters in the sigmoid colon was removed by snare and retrieved.
                """,
                "colonoscopy with snare polypectomy"),
        CHEST_FILM(
                "71046",
                "J18",
                """
                EXAM: Chest x-ray, two views, PA and lateral.
                INDICATION: Cough and fever.
                FINDINGS: There is an infiltrate of the right lower lobe. The heart is of normal size.
                IMPRESSION: Pneumonia of the right lower lobe.
                Electronically signed by a radiologist.
                """,
                "chest x-ray, two views, pa and lateral");

        private final String code;
        private final String diagnosis;
        private final String text;
        private final String service;

        Sample(String code, String diagnosis, String text, String service) {
            this.code = code;
            this.diagnosis = diagnosis;
            this.text = text;
            this.service = service;
        }
    }

    private static CodingResult code(String text) {
        return PIPELINE.code(new Note("", text), ENCOUNTER, CodingOptions.defaults());
    }

    private static List<String> codes(CodingResult result) {
        return Stream.concat(
                        result.lines().stream().map(line -> line.code().value()),
                        result.diagnoses().stream().map(diagnosis -> diagnosis.code().value()))
                .sorted()
                .toList();
    }

    private static List<String> lines(CodingResult result) {
        return result.lines().stream().map(line -> line.code().value()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aNoteGivesItsService(Sample sample) {
        var result = code(sample.text);

        assertThat(lines(result)).contains(sample.code);
        assertThat(result.diagnoses())
                .extracting(diagnosis -> diagnosis.code().value())
                .anyMatch(value -> value.startsWith(sample.diagnosis));
    }

    @ParameterizedTest
    @EnumSource
    void theSameNoteGivesTheSameAnswer(Sample sample) {
        assertThat(code(sample.text)).isEqualTo(code(sample.text));
    }

    @ParameterizedTest
    @EnumSource
    void upperCaseDoesNotChangeTheCodes(Sample sample) {
        var shouted =
                Arrays.stream(sample.text.split("\n", -1))
                        .map(line -> line.toUpperCase(Locale.ROOT))
                        .toList();
        var joined = String.join("\n", shouted).replaceAll("\n(?![A-Z ]+:)", " ");

        assertThat(codes(code(joined))).isEqualTo(codes(code(sample.text)));
    }

    @ParameterizedTest
    @EnumSource
    void wrappedLinesDoNotChangeTheCodes(Sample sample) {
        for (var lineEnd : List.of("\n", "\r\n", " \n  ")) {
            var wrapped = sample.text.replaceAll("(?<=[a-z]) (?=[a-z])", lineEnd);

            assertThat(codes(code(wrapped))).isEqualTo(codes(code(sample.text)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherLineEndsDoNotChangeTheCodes(Sample sample) {
        assertThat(codes(code(sample.text.replace("\n", "\r\n"))))
                .isEqualTo(codes(code(sample.text)));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCopyOfTheNoteDoublesNothing(Sample sample) {
        var twice = code(sample.text + "\n" + sample.text);

        assertThat(lines(twice)).contains(sample.code).doesNotHaveDuplicates();
        assertThat(twice.lines()).extracting(SuggestedLine::units).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLAN: No %s was performed.",
                "PROCEDURE: The %s was not performed.",
                "PLAN: Will schedule %s.",
                "PAST SURGICAL HISTORY: %s.",
                "FAMILY HISTORY: His mother had a %s.",
                "ALLERGIES: %s.",
                "HISTORY: Status post %s ten years ago."
            })
    void aServiceThatIsDeniedPlannedOrRecalledIsNoLine(String template) {
        for (var sample : Sample.values()) {
            assertThat(lines(code(template.formatted(sample.service)))).doesNotContain(sample.code);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutItsEvidenceACodeIsGone(Sample sample) {
        var text = sample.text;
        for (int run = 0; run < 10; run++) {
            text =
                    without(
                            text,
                            code(text).lines().stream()
                                    .filter(line -> line.code().value().equals(sample.code))
                                    .flatMap(line -> line.evidence().stream())
                                    .toList());
        }

        assertThat(lines(code(text))).doesNotContain(sample.code);
    }

    private static String without(String text, List<Evidence> evidence) {
        var rest = new StringBuilder(text);
        for (var quoted : evidence) {
            rest.replace(
                    quoted.span().start(), quoted.span().end(), "-".repeat(quoted.span().length()));
        }
        return rest.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyQuoteStandsInTheNoteWhateverTheText(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            var text = shuffled(random);
            var result = code(text);
            assertThat(result).isEqualTo(code(text));
            for (var evidence : evidence(result)) {
                assertThat(evidence.span().end()).isLessThanOrEqualTo(text.length());
                assertThat(evidence.quote())
                        .isEqualTo(text.substring(evidence.span().start(), evidence.span().end()));
            }
            assertThat(result.rejected())
                    .noneMatch(rejection -> lines(result).contains(rejection.code().value()));
        }
    }

    private static List<Evidence> evidence(CodingResult result) {
        return Stream.of(
                        result.lines().stream().flatMap(line -> line.evidence().stream()),
                        result.diagnoses().stream().flatMap(line -> line.evidence().stream()),
                        result.rejected().stream().flatMap(line -> line.evidence().stream()),
                        result.visit().evidence().stream())
                .flatMap(stream -> stream)
                .toList();
    }

    private static String shuffled(Random random) {
        var text = new StringBuilder("x ");
        for (int i = 0; i < 12; i++) {
            var from = Sample.values()[random.nextInt(Sample.values().length)].text;
            int start = random.nextInt(from.length());
            text.append(from, start, Math.min(from.length(), start + random.nextInt(120)))
                    .append(List.of("\uD83D\uDE00", "\r\n", ". ", "").get(random.nextInt(4)));
        }
        return text.toString();
    }

    @Test
    void withoutClassifierEveryLineGoesToAPerson() {
        var result = code(Sample.CHOLECYSTECTOMY.text);

        assertThat(result.lines()).allMatch(line -> line.decision().label().equals("review"));
        assertThat(result.findings())
                .anyMatch(finding -> finding.ruleId().equals(Router.CLASSIFIER));
        assertThat(result.routing().outcome()).isEqualTo(Routing.Outcome.REVIEW);
        assertThat(result.classification().present()).isFalse();
    }

    @Test
    void anOfficeVisitIsLevelled() {
        var result =
                code(
                        """
                        CHIEF COMPLAINT: Cough.
                        HISTORY OF PRESENT ILLNESS: The patient returns for follow up of a cough.
                        PHYSICAL EXAM: The lungs are clear.
                        ASSESSMENT: Hypertension. Asthma, worsening.
                        PLAN: Prescribed an inhaler. Return in two weeks.
                        Total time spent on the date of the encounter: 25 minutes.
                        """);

        assertThat(result.visit().level().told())
                .hasValueSatisfying(code -> assertThat(code.value()).isIn("99213", "99214"));
        assertThat(result.visit().time().told())
                .hasValueSatisfying(time -> assertThat(time.minutes()).isEqualTo(25));
        assertThat(result.lines())
                .filteredOn(line -> line.origins().contains(Origin.VISIT))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aSoftwareResultAloneDoesNotSupportItsCode() {
        var printout =
                """
                EXAM: Coronary plaque analysis by software.
                TECHNIQUE: Coronary CT angiogram data set, Cleerly software.
                FINDINGS: Coronary plaque quantification: total plaque volume 210.
                """;
        var read =
                printout
                        + "IMPRESSION: My interpretation: moderate plaque. Electronically"
                        + " signed.\n";

        assertThat(decision(code(printout), "75577")).isEqualTo("withhold");
        assertThat(code(printout).routing().outcome()).isEqualTo(Routing.Outcome.QUERY);
        assertThat(decision(code(read), "75577")).isEqualTo("review");
    }

    private static String decision(CodingResult result, String code) {
        return result.lines().stream()
                .filter(line -> line.code().value().equals(code))
                .map(line -> line.decision().label())
                .findFirst()
                .orElse("");
    }

    @Test
    void onlyTheSystemsAskedForAreAnswered() {
        var diagnosesOnly =
                new CodingOptions(
                        Set.of(CodeSystem.ICD_10_CM), 20, CodingOptions.Classification.DEFAULT);

        var result =
                PIPELINE.code(new Note("", Sample.CHOLECYSTECTOMY.text), ENCOUNTER, diagnosesOnly);

        assertThat(result.lines()).isEmpty();
        assertThat(result.diagnoses()).isNotEmpty();
    }

    @Test
    void aServiceDateThatNoEditionCoversIsRefused() {
        var note = new Note("", Sample.CHEST_FILM.text);
        var later = Encounter.on(LocalDate.of(2027, 1, 1));

        assertThatExceptionOfType(CodingException.class)
                .isThrownBy(() -> PIPELINE.code(note, later, CodingOptions.defaults()))
                .matches(e -> e.fault() == Fault.NO_EDITION)
                .withMessageContaining("2027-01-01");
    }

    @Test
    void aDateBeyondTheDiagnosisEditionSendsEverythingToAPerson() {
        var result =
                PIPELINE.code(
                        new Note("", Sample.CHEST_FILM.text),
                        Encounter.on(LocalDate.of(2026, 10, 1)),
                        CodingOptions.defaults());

        assertThat(result.findings()).anyMatch(finding -> finding.message().contains("ICD-10-CM"));
        assertThat(result.lines()).noneMatch(line -> line.decision().label().equals("suggest"));
    }

    @Test
    void everyStageIsTimed() {
        assertThat(code(Sample.CHEST_FILM.text).timings())
                .extracting(CodingResult.StageTiming::stage)
                .containsExactly(
                        "section",
                        "mention",
                        "classification",
                        "visit",
                        "candidate",
                        "rule",
                        "decision");
    }

    @Test
    void aNoteOfNothingButNoiseGivesNoLine() {
        var result = code("\uD83D\uDE00 ... 12:30 !!! \u0000");

        assertThat(result.lines()).isEmpty();
        assertThat(result.diagnoses()).isEmpty();
        assertThat(result.routing().outcome()).isEqualTo(Routing.Outcome.REVIEW);
    }

    @Test
    void theLongestNoteIsCoded() {
        var text = (Sample.CHOLECYSTECTOMY.text + "\n").repeat(300).substring(0, Note.MAX_LENGTH);

        assertThat(lines(code(text))).contains("47562");
    }
}
