package dev.superbill.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.NoteType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimApiTest {
    private static final Api API = Sample.api(NoteClassifier.none(), AuditTrail.none());

    /// Takes every note for an office visit.
    private static final NoteClassifier OFFICE =
            new NoteClassifier() {
                @Override
                public NoteClassification classify(String text) {
                    return new NoteClassification(
                            List.of(new Label(NoteType.OFFICE_VISIT.label(), 0.99)),
                            List.of(),
                            List.of(),
                            "made up");
                }

                @Override
                public String model() {
                    return "made-up@0";
                }
            };

    private static Reply check(String body) {
        return check(API, body);
    }

    private static Reply check(Api api, String body) {
        return api.answer(
                new Call(
                        Sample.ACTOR,
                        Door.HTTP,
                        "POST",
                        Api.CLAIMS,
                        Map.of(),
                        Map.of("content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ClaimAnswer checked(String body) {
        var reply = check(body);
        assertThat(reply.status()).isEqualTo(200);
        return reply.read(ClaimAnswer.class);
    }

    private static List<String> said(List<SuggestionAnswer.Finding> findings) {
        return findings.stream().map(finding -> finding.severity() + " " + finding.rule()).toList();
    }

    @Test
    void linesComeBackInTheOrderSentWithWhatTheRulesSayOfEach() {
        var answer =
                checked(
                        """
                        {"encounter":{"serviceDate":"2026-06-15","payer":"medicare"},
                         "lines":[{"code":"47562"},{"code":"47563"}],
                         "diagnoses":[{"code":"K8010"}]}
                        """);

        assertThat(answer.lines())
                .extracting(ClaimAnswer.Line::line, ClaimAnswer.Line::code)
                .containsExactly(tuple(1, "47562"), tuple(2, "47563"));
        assertThat(said(answer.lines().getFirst().findings())).contains("block ncci-ptp");
        assertThat(answer.diagnoses().getFirst().code()).isEqualTo("K80.10");
        assertThat(answer.outcome()).isEqualTo("blocked");
        assertThat(answer.release().codeSets()).containsEntry("CPT", "2026");
    }

    @Test
    void withANoteEachCodeNeedsWordsThatSupportIt() {
        var body =
                """
                {"encounter":{"serviceDate":"2026-06-15"},
                 "note":{"text":"PROCEDURE: Laparoscopic cholecystectomy was performed."},
                 "lines":[{"code":"47562"},{"code":"44970"}],"diagnoses":[]}
                """;

        var answer = checked(body);

        assertThat(answer.lines().getFirst().evidence()).isNotEmpty();
        assertThat(said(answer.lines().getFirst().findings())).doesNotContain("warn evidence");
        assertThat(answer.lines().get(1).evidence()).isEmpty();
        assertThat(said(answer.lines().get(1).findings())).contains("warn evidence");
    }

    @Test
    void aCodeThatNothingListsIsSaidToBeUnknown() {
        var answer =
                checked(
                        """
                        {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"01999"}]}
                        """);

        assertThat(answer.lines().getFirst().status()).isEqualTo("unknown");
        assertThat(answer.lines().getFirst().description()).isEmpty();
    }

    @Test
    void aVisitOfAnotherLevelThanTheNoteSupportsIsSaid() {
        var visits = Sample.api(OFFICE, AuditTrail.none());
        var body =
                """
                {"encounter":{"serviceDate":"2026-06-15","placeOfService":"11",
                  "patient":{"established":true}},
                 "note":{"text":"SUBJECTIVE: He returns for follow-up of a cold.\\nOBJECTIVE: Lungs clear.\\nASSESSMENT AND PLAN: Common cold. Rest and fluids."},
                 "lines":[{"code":"99215"}]}
                """;

        var answer = check(visits, body).read(ClaimAnswer.class);

        assertThat(said(answer.lines().getFirst().findings())).contains("warn visit-level");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    {}                                                                       ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[]}                    ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"x"}]}        ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562","units":0}]}          ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562","modifiers":["x"]}]}  ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562","diagnosisPointers":[1]}]} ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562"}],"diagnoses":[{"code":"1"}]} ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562"}],"note":{"text":" "}} ! 400
                    {"encounter":{"serviceDate":"2026-06-15"},"lines":[{"code":"47562"}],"other":1}          ! 400
                    {"encounter":{"serviceDate":"2031-06-15"},"lines":[{"code":"47562"}]}    ! 422
                    """)
    void aClaimThatBreaksAConstraintIsRefused(String body, int status) {
        var reply = check(body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void thePathTakesPostOnly() {
        assertThat(API.answer(Call.get(Sample.ACTOR, Door.HTTP, Api.CLAIMS, Map.of())).status())
                .isEqualTo(405);
    }
}
