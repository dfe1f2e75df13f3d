package dev.superbill.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.superbill.candidate.Candidate;
import dev.superbill.candidate.LookupSource;
import dev.superbill.candidate.Origin;
import dev.superbill.candidate.Ousted;
import dev.superbill.candidate.Standing;
import dev.superbill.classification.NoteType;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Cue;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.note.Span;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.2, 0.6, 0.3, 0.7, 0.1, 0.2);
    private static final CodeBook.Compiled BOOK = book();

    private static CodeBook.Compiled book() {
        var book =
                new CodeBook()
                        .entry(EntryBuilder.of("00001"))
                        .entry(EntryBuilder.of("00002"))
                        .entry(EntryBuilder.of("00003").active("2020-01-01", "2025-12-31"))
                        .entry(
                                EntryBuilder.of("00004")
                                        .active("2020-01-01", "2025-12-31")
                                        .successors("00001", "00002"))
                        .says("00004", "cog")
                        .says("00002", "gilded gear")
                        .says("00005", "gear")
                        .unless("00005", "00002", "gilded gear")
                        .excludes("00005", "imaginary")
                        .says("A99", "rust")
                        .excludes("A99", "dust")
                        .cue(Cue.ABSENT_FORWARD, "no");
        for (int i = 0; i < 20; i++) {
            book.entry(EntryBuilder.of("A" + (10 + i)));
            book.entry(EntryBuilder.of("10" + (100 + i)));
        }
        return book.compile();
    }

    private static Candidate candidate(
            String code, double score, Standing standing, Integer... siblings) {
        return new Candidate(
                BOOK.row(code),
                EntryBuilder.code(code),
                score,
                List.of(Origin.LOOKUP),
                List.of(new Evidence("", new Span(0, 1), "a")),
                Laterality.NONE,
                List.of(),
                standing,
                List.of(siblings));
    }

    private static Candidate candidate(String code, double score) {
        return candidate(code, score, Standing.BODY);
    }

    private static Finding finding(String rule, Severity severity, String subject, String remedy) {
        return new Finding(rule, severity, subject, "made up", "made up", remedy);
    }

    private static Routed route(List<Candidate> candidates, Finding... findings) {
        return route(candidates, List.of(), Router.Classified.YES, 20, findings);
    }

    private static Routed route(
            List<Candidate> candidates,
            List<Ousted> ousted,
            Router.Classified classified,
            int maxLines,
            Finding... findings) {
        var draft =
                Draft.of(
                        candidates,
                        BOOK.codeSets(),
                        THRESHOLDS,
                        EncounterBuilder.on("2026-06-30").build(),
                        BOOK.read("a note"),
                        NoteType.OTHER);
        return new Router(BOOK.codeSets().table(), THRESHOLDS)
                .route(draft, ousted, List.of(findings), classified, maxLines);
    }

    private static List<String> codes(Routed routed) {
        return routed.lines().stream().map(line -> line.code().value()).toList();
    }

    private static List<String> rejected(Routed routed) {
        return routed.rejected().stream().map(rejection -> rejection.code().value()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, 0.19, rejected
                    00001, 0.2,  review
                    00001, 0.59, review
                    00001, 0.6,  suggest
                    00001, 1,    suggest
                    A10,   0.29, ''
                    A10,   0.3,  review
                    A10,   0.69, review
                    A10,   0.7,  suggest
                    """)
    void theConfidenceDecides(String code, double score, String outcome) {
        var routed = route(List.of(candidate(code, score)));
        var outcomes = new ArrayList<String>();
        routed.lines().forEach(line -> outcomes.add(line.decision().label()));
        routed.diagnoses().forEach(diagnosis -> outcomes.add(diagnosis.decision().label()));
        routed.rejected().forEach(_ -> outcomes.add("rejected"));

        assertThat(outcomes).isEqualTo(outcome.isEmpty() ? List.of() : List.of(outcome));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    a-rule,                       INFO,  00001, suggest
                    a-rule,                       WARN,  00001, review
                    a-rule,                       BLOCK, 00001, withhold
                    ncci-ptp,                     WARN,  00001, review
                    ncci-ptp,                     BLOCK, 00001, rejected
                    ncci-diagnostic-endoscopy,    BLOCK, 00001, rejected
                    ncci-sequential,              WARN,  00001, review
                    pc-tc,                        WARN,  00001, review
                    software-analysis-ungradable, BLOCK, 00001, rejected
                    a-rule,                       WARN,  00002, suggest
                    a-rule,                       WARN,  '',    review
                    a-rule,                       INFO,  '',    suggest
                    """)
    void aFindingDecides(String rule, Severity severity, String subject, String outcome) {
        var routed =
                route(
                        List.of(candidate("00001", 0.9)),
                        finding(rule, severity, subject, "mend it"));

        assertThat(
                        routed.lines().isEmpty()
                                ? "rejected"
                                : routed.lines().getFirst().decision().label())
                .isEqualTo(outcome);
        assertThat(routed.rejected()).hasSize(outcome.equals("rejected") ? 1 : 0);
    }

    @Test
    void aBlockOutweighsALowConfidence() {
        var block = finding("a-rule", Severity.BLOCK, "00001", "mend it");

        var line = route(List.of(candidate("00001", 0.3)), block).lines().getFirst();

        assertThat(line.decision()).isEqualTo(new Decision.Withhold(block));
    }

    @Test
    void aReviewNamesEveryReason() {
        var warning = finding("a-rule", Severity.WARN, "00001", "mend it");

        var line = route(List.of(candidate("00001", 0.3)), warning).lines().getFirst();

        assertThat(line.decision())
                .isInstanceOfSatisfying(
                        Decision.Review.class,
                        review ->
                                assertThat(review.because())
                                        .extracting(Finding::ruleId)
                                        .containsExactly("a-rule", Router.CONFIDENCE));
        assertThat(line.findings()).hasSize(2);
    }

    @Test
    void withoutClassifierEveryLineGoesToAPerson() {
        var routed =
                route(
                        List.of(candidate("00001", 1), candidate("A10", 1)),
                        List.of(),
                        Router.Classified.NO,
                        20);

        assertThat(routed.lines().getFirst().decision().label()).isEqualTo("review");
        assertThat(routed.diagnoses().getFirst().decision().label()).isEqualTo("review");
        assertThat(routed.findings())
                .extracting(Finding::ruleId)
                .containsExactly(Router.CLASSIFIER);
        assertThat(routed.routing().outcome()).isEqualTo(Routing.Outcome.REVIEW);
    }

    @Test
    void linesBeyondTheMostAskedForAreDroppedWithAFinding() {
        var candidates =
                IntStream.range(0, 5)
                        .mapToObj(i -> candidate("10" + (100 + i), 0.9 - 0.01 * i))
                        .toList();

        var routed = route(candidates, List.of(), Router.Classified.YES, 3);

        assertThat(codes(routed)).containsExactly("10100", "10101", "10102");
        assertThat(routed.lines()).extracting(SuggestedLine::line).containsExactly(1, 2, 3);
        assertThat(routed.findings()).extracting(Finding::ruleId).containsExactly("max-lines");
        assertThat(routed.findings().getFirst().message()).startsWith("2 ");
        assertThat(routed.routing().outcome()).isEqualTo(Routing.Outcome.REVIEW);
    }

    @Test
    void aRejectedLineTakesNoPlace() {
        var routed =
                route(
                        List.of(candidate("00001", 0.9), candidate("00002", 0.8)),
                        List.of(),
                        Router.Classified.YES,
                        1,
                        finding("ncci-ptp", Severity.BLOCK, "00001", ""));

        assertThat(codes(routed)).containsExactly("00002");
        assertThat(rejected(routed)).containsExactly("00001");
        assertThat(routed.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    suggest,           AUTO
                    review,            REVIEW
                    suggest review,    REVIEW
                    withhold,          QUERY
                    suggest withhold,  QUERY
                    review withhold,   QUERY
                    rejected,          REVIEW
                    suggest rejected,  AUTO
                    """)
    void theAnswerGoesWhereItsLinesSend(String outcomes, Routing.Outcome expected) {
        var candidates = new ArrayList<Candidate>();
        var findings = new ArrayList<Finding>();
        for (var outcome : Arrays.asList(outcomes.split(" ", -1))) {
            var code = "10" + (100 + candidates.size());
            candidates.add(candidate(code, 0.9));
            switch (outcome) {
                case "review" -> findings.add(finding("a-rule", Severity.WARN, code, "look"));
                case "withhold" -> findings.add(finding("a-rule", Severity.BLOCK, code, "mend"));
                case "rejected" -> findings.add(finding("ncci-ptp", Severity.BLOCK, code, ""));
                default -> assertThat(outcome).isEqualTo("suggest");
            }
        }

        var routing = route(candidates, findings.toArray(Finding[]::new)).routing();

        assertThat(routing.outcome()).isEqualTo(expected);
        assertThat(routing.reasons().isEmpty()).isEqualTo(expected == Routing.Outcome.AUTO);
    }

    @Test
    void aQueryAsksForTheRemedyFirst() {
        var routing =
                route(
                                List.of(candidate("00001", 0.9), candidate("00002", 0.9)),
                                finding("a-rule", Severity.WARN, "00001", "look"),
                                finding("a-rule", Severity.BLOCK, "00002", "mend it"))
                        .routing();

        assertThat(routing.reasons()).containsExactly("00002: mend it", "00001: made up");
    }

    @Test
    void anAnswerWithoutLinesGoesToAPerson() {
        assertThat(route(List.of()).routing().outcome()).isEqualTo(Routing.Outcome.REVIEW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PROCEDURE: gilded gear    | 00005 | what makes it 00002
                    PROCEDURE: imaginary gear | 00005 | what the code excludes
                    PROCEDURE: no gear        | 00005 | denies
                    ALLERGIES: gear           | 00005 | not as a service of this encounter
                    PROCEDURE: cog            | 00004 | replaced by 00001, 00002
                    """)
    void whatWordsRuleOutIsRejectedWithAReason(String note, String code, String reason) {
        var mentions = BOOK.read(note);

        var routed = routeOusted(mentions, List.of());

        assertThat(rejected(routed)).containsExactly(code);
        assertThat(routed.rejected().getFirst().because().message()).contains(reason);
        assertThat(routed.rejected().getFirst().because().severity()).isEqualTo(Severity.INFO);
        assertThat(routed.rejected().getFirst().evidence()).isNotEmpty();
    }

    @Test
    void aDiagnosisThatWordsRuleOutIsNotListed() {
        assertThat(rejected(routeOusted(BOOK.read("DIAGNOSIS: rust, dust"), List.of()))).isEmpty();
    }

    @Test
    void noCodeIsBothALineAndRejected() {
        var mentions = BOOK.read("PROCEDURE: imaginary gear");

        var routed = routeOusted(mentions, List.of(candidate("00005", 0.9)));

        assertThat(codes(routed)).containsExactly("00005");
        assertThat(rejected(routed)).isEmpty();
    }

    private static Routed routeOusted(NoteMentions mentions, List<Candidate> candidates) {
        var ousted =
                new LookupSource(BOOK.codeSets().table())
                        .propose(
                                mentions,
                                LocalDate.of(2026, 6, 30),
                                EnumSet.allOf(CodeSystem.class))
                        .ousted();
        var draft =
                Draft.of(
                        candidates,
                        BOOK.codeSets(),
                        THRESHOLDS,
                        EncounterBuilder.on("2026-06-30").build(),
                        mentions,
                        NoteType.OTHER);
        return new Router(BOOK.codeSets().table(), THRESHOLDS)
                .route(draft, ousted, List.of(), Router.Classified.YES, 20);
    }

    @Test
    void diagnosesComeFirmestFirstAndAtMostTwelve() {
        var candidates =
                new ArrayList<>(
                        IntStream.range(0, 14)
                                .mapToObj(i -> candidate("A" + (10 + i), 0.9 - 0.01 * i))
                                .toList());
        candidates.add(candidate("A29", 0.5, Standing.TITLE));
        candidates.add(candidate("00001", 0.9));

        var routed = route(candidates);

        assertThat(routed.diagnoses()).hasSize(12);
        assertThat(routed.diagnoses().getFirst().code().value()).isEqualTo("A29");
        assertThat(routed.diagnoses())
                .extracting(SuggestedDiagnosis::pointer)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(routed.lines().getFirst().diagnosisPointers()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aLinePointsAtNoDiagnosisThatIsWithheld() {
        var routed =
                route(
                        List.of(
                                candidate("A10", 0.9),
                                candidate("A11", 0.8),
                                candidate("00001", 0.9)),
                        finding("a-rule", Severity.BLOCK, "A10", "mend it"));

        assertThat(routed.lines().getFirst().diagnosisPointers()).containsExactly(2);
    }

    @Test
    void aVisitIsALineHoweverUnsureAndItsOtherLevelsAreRejected() {
        var visit =
                new Candidate(
                        BOOK.row("00001"),
                        EntryBuilder.code("00001"),
                        0.01,
                        List.of(Origin.VISIT),
                        List.of(new Evidence("", new Span(0, 1), "a")),
                        Laterality.NONE,
                        List.of(),
                        Standing.RESULT,
                        List.of(BOOK.row("00002")));

        var routed = route(List.of(visit));

        assertThat(codes(routed)).containsExactly("00001");
        assertThat(routed.lines().getFirst().decision().label()).isEqualTo("review");
        assertThat(rejected(routed)).containsExactly("00002");
        assertThat(routed.rejected().getFirst().because().ruleId()).isEqualTo("visit-level");
    }

    @Test
    void alternativesAreSiblingsInForce() {
        var line =
                route(
                                List.of(
                                        candidate(
                                                "00001",
                                                0.9,
                                                Standing.BODY,
                                                BOOK.row("00002"),
                                                BOOK.row("00003"))))
                        .lines()
                        .getFirst();

        assertThat(line.alternatives())
                .extracting(alternative -> alternative.code().value())
                .containsExactly("00002");
    }

    @Test
    void whatIsTooWeakIsRejectedUpToTwelve() {
        var candidates =
                IntStream.range(0, 18).mapToObj(i -> candidate("10" + (100 + i), 0.1)).toList();

        var routed = route(candidates);

        assertThat(routed.lines()).isEmpty();
        assertThat(routed.rejected()).hasSize(12);
        assertThat(routed.rejected())
                .extracting(rejection -> rejection.because().ruleId())
                .containsOnly(Router.CONFIDENCE);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.19, 0.15, OPERATIVE,    00001
                    0.19, 0.15, RADIOLOGY,    00001
                    0.19, 0.15, OFFICE_VISIT, ''
                    0.19, 0.15, CONSULT,      ''
                    0.09, 0.05, OPERATIVE,    ''
                    0.20, 0.15, OPERATIVE,    00001
                    0.20, 0.20, OPERATIVE,    00001 00002
                    """)
    void theBestCodeOfANoteThatReportsAServiceIsKeptWhereNoneIsSure(
            double first, double second, NoteType type, String kept) {
        var draft =
                Draft.of(
                        List.of(candidate("00001", first), candidate("00002", second)),
                        BOOK.codeSets(),
                        THRESHOLDS,
                        EncounterBuilder.on("2026-06-30").build(),
                        BOOK.read("a note"),
                        type);

        assertThat(draft.claim().lines())
                .extracting(line -> line.entry().code().value())
                .containsExactlyElementsOf(
                        kept.isEmpty() ? List.of() : List.of(kept.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIVE, 0.9, 0.1, AUTO",
        "OPERATIVE, 0.9, 0.19, AUTO",
        "OPERATIVE, 0.7, 0.19, AUTO",
        "OFFICE_VISIT, 0.9, 0.1, REVIEW",
        "CONSULT, 0.9, 0.1, REVIEW"
    })
    void aVisitWithoutItsCodeIsNotRoutedUnseen(
            NoteType type, double sure, double weak, Routing.Outcome outcome) {
        assertThat(routed(type, candidate("00001", sure), candidate("00002", weak)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.5, 10100", "0.5, 0.9, 10101 10100", "0.1, 0.9, 10101"})
    void aSiblingThatOnlyTheRankerNamesYieldsToASurerOne(
            double looked, double ranked, String kept) {
        var only =
                new Candidate(
                        BOOK.row("10101"),
                        EntryBuilder.code("10101"),
                        ranked,
                        List.of(Origin.CLASSIFIER),
                        List.of(new Evidence("", new Span(0, 1), "a")),
                        Laterality.NONE,
                        List.of(),
                        Standing.BODY,
                        List.of());
        var candidates = new ArrayList<>(List.of(candidate("10100", looked), only));
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());

        assertThat(codes(route(candidates))).containsExactly(kept.split(" ", -1));
    }

    @Test
    void codesLeftOutThatAreLikelySendAClaimToReview() {
        var candidates = new ArrayList<Candidate>();
        candidates.add(candidate("00001", 0.9));
        IntStream.range(0, 9).forEach(i -> candidates.add(candidate("10" + (100 + i), 0.19)));

        assertThat(routed(NoteType.OPERATIVE, candidates.toArray(Candidate[]::new)))
                .isEqualTo(Routing.Outcome.REVIEW);
    }

    private static Routing.Outcome routed(NoteType type, Candidate... candidates) {
        var draft =
                Draft.of(
                        List.of(candidates),
                        BOOK.codeSets(),
                        THRESHOLDS,
                        EncounterBuilder.on("2026-06-30").build(),
                        BOOK.read("a note"),
                        type);
        return new Router(BOOK.codeSets().table(), THRESHOLDS)
                .route(draft, List.of(), List.of(), Router.Classified.YES, 20)
                .routing()
                .outcome();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.2, 0.1, 0.2, 0.3, 0.1
                    0.1, 0.2, 0.3, 0.2, 0.1
                    0.1, 0.2, 0.2, 0.3, 0.15
                    """)
    void whatIsSuggestedIsKept(
            double keepLine,
            double suggestLine,
            double keepDiagnosis,
            double suggestDiagnosis,
            double keepLone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Thresholds(
                                keepLine,
                                suggestLine,
                                keepDiagnosis,
                                suggestDiagnosis,
                                keepLone,
                                0.2));
    }

    @Test
    void thresholdsComeInTheOrderOfTheModel() {
        assertThat(Thresholds.of(List.of(0.2, 0.6, 0.3, 0.7, 0.1, 0.2))).isEqualTo(THRESHOLDS);
    }

    @Test
    void aReviewWithoutReasonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision.Review(List.of()));
    }
}
