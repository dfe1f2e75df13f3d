package dev.superbill.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.superbill.classification.Label;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.classification.RankedCode;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.codeset.FlatFile;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Cue;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Fact;
import dev.superbill.note.Span;
import dev.superbill.section.Passage;
import dev.superbill.visit.EvaluationAndManagement;
import dev.superbill.visit.VisitFamily;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateMergerTest {
    private static final LocalDate SERVICE_DATE = LocalDate.of(2026, 6, 30);
    private static final String NOTE =
            """
            PROCEDURE: turn the widget and oil the gear.
            TECHNIQUE: The widget was turned. No gear was left. The gear was oiled.
            FINDINGS: rust on the axle
            DIAGNOSIS: rust, dust
            """;
    private static final CodeBook.Compiled BOOK =
            new CodeBook()
                    .entry(EntryBuilder.of("00001").group("turning").family("Turning"))
                    .says("00001", "turn widget", "widget")
                    .entry(EntryBuilder.of("00002").group("turning"))
                    .says("00002", "widget", "turn*")
                    .entry(EntryBuilder.of("00003").addOnTo("00001"))
                    .says("00003", "turn widget + gear")
                    .says("00004", "widget & axle")
                    .says("X0005", "gear")
                    .says("A00", "rust")
                    .says("A01", "rust + axle")
                    .says("A02", "dust")
                    .edit("00001", "X0005", 1)
                    .cue(Cue.ABSENT_FORWARD, "no")
                    .compile();
    private static final CandidateMerger MERGER =
            new CandidateMerger(BOOK.codeSets(), MadeUpModel.over(BOOK.lexicon()));

    private static List<Candidate> merge(
            List<Proposal> proposals,
            NoteMentions mentions,
            NoteClassification classification,
            RankedCode... ranked) {
        return MERGER.merge(
                        new Lookup(proposals, List.of()),
                        mentions,
                        classification,
                        List.of(ranked),
                        SERVICE_DATE)
                .candidates();
    }

    private static List<Proposal> proposals(NoteMentions mentions) {
        return new LookupSource(BOOK.codeSets().table())
                .propose(mentions, SERVICE_DATE, EnumSet.allOf(CodeSystem.class))
                .proposals();
    }

    private static NoteClassification classification(double familyScore) {
        var types = new ArrayList<Label>();
        for (var type : NoteType.values()) {
            types.add(new Label(type.label(), 1.0 / NoteType.values().length));
        }
        return new NoteClassification(
                types, List.of(), List.of(new Label("Turning", familyScore)), "made up");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfTheProposalsDoesNotMatter(long seed) {
        var mentions = BOOK.read(NOTE);
        var proposals = proposals(mentions);
        var shuffled = new ArrayList<>(proposals);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(merge(shuffled, mentions, NoteClassification.none()))
                .isEqualTo(merge(proposals, mentions, NoteClassification.none()));
        assertThat(merge(shuffled, mentions, classification(0.7)))
                .isEqualTo(merge(proposals, mentions, classification(0.7)));
    }

    @Test
    void candidatesComeBestFirstWithAConfidenceAndEvidence() {
        var mentions = BOOK.read(NOTE);

        var candidates = merge(proposals(mentions), mentions, NoteClassification.none());

        assertThat(candidates).hasSizeGreaterThan(5);
        assertThat(candidates)
                .extracting(Candidate::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        assertThat(candidates)
                .allSatisfy(candidate -> {
                    assertThat(candidate.evidence()).hasSizeBetween(1, 4);
                    assertThat(candidate.evidence())
                            .extracting(evidence -> evidence.span().start())
                            .isSorted();
                });
    }

    @Test
    void evidenceDoesNotOverlap() {
        var mentions = BOOK.read(NOTE);
        for (var candidate : merge(proposals(mentions), mentions, NoteClassification.none())) {
            var evidence = candidate.evidence();
            for (int i = 1; i < evidence.size(); i++) {
                assertThat(evidence.get(i - 1).span().overlaps(evidence.get(i).span())).isFalse();
            }
        }
    }

    private static RankedCode ranked(String code, double score, double votes) {
        return new RankedCode(
                Code.of(CodeSystem.CPT, code), score, votes, new Passage(new Span(0, 20), 0));
    }

    private static Candidate candidate(List<Candidate> candidates, String code) {
        return candidates.stream()
                .filter(candidate -> candidate.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCodeThatOnlyTheRankerNamesIsACandidateWithItsPassageAsEvidence() {
        var mentions = BOOK.read("PROCEDURE: the gear was oiled.");

        var candidates =
                merge(
                        proposals(mentions),
                        mentions,
                        NoteClassification.none(),
                        ranked("00001", 0.7, 0));

        var only = candidate(candidates, "00001");
        assertThat(only.origins()).isEqualTo(List.of(Origin.CLASSIFIER));
        assertThat(only.evidence())
                .singleElement()
                .satisfies(quoted -> assertThat(quoted.span()).isEqualTo(new Span(0, 20)));
    }

    @Test
    void theRankerRaisesTheConfidenceInWhatLookupProposes() {
        var mentions = BOOK.read(NOTE);
        var proposals = proposals(mentions);

        var low = merge(proposals, mentions, NoteClassification.none(), ranked("00001", 0.1, 0));
        var high = merge(proposals, mentions, NoteClassification.none(), ranked("00001", 0.9, 0.5));

        assertThat(candidate(high, "00001").score()).isGreaterThan(candidate(low, "00001").score());
        assertThat(candidate(high, "00001").origins())
                .isEqualTo(List.of(Origin.LOOKUP, Origin.CLASSIFIER));
    }

    @Test
    void whatAPassageDeniesTheRankerDoesNotPropose() {
        var mentions = BOOK.read("PROCEDURE: no gear was oiled.");

        assertThat(
                        merge(
                                proposals(mentions),
                                mentions,
                                NoteClassification.none(),
                                ranked("00001", 0.9, 0)))
                .extracting(Candidate::code)
                .doesNotContain(Code.of(CodeSystem.CPT, "00001"));
    }

    @Test
    void whatTheNotesOwnWordsRuleOutIsNotBroughtBackByTheRanker() {
        var mentions = BOOK.read("PROCEDURE: no widget.");
        var lookup =
                new LookupSource(BOOK.codeSets().table())
                        .propose(mentions, SERVICE_DATE, EnumSet.allOf(CodeSystem.class));
        var named = List.of(ranked("00001", 0.9, 0));

        var merged = MERGER.merge(lookup, mentions, NoteClassification.none(), named, SERVICE_DATE);

        assertThat(merged.candidates())
                .extracting(Candidate::code)
                .doesNotContain(Code.of(CodeSystem.CPT, "00001"));
        assertThat(merged.ousted().getFirst().code().value()).isEqualTo("00001");
        assertThat(merged.ousted().getFirst().score()).isCloseTo(0.9, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"0.49, false", "0.5, true", "1.0, true"})
    void aLikelyFamilyMakesTheCandidateTheClassifiersToo(double score, boolean both) {
        var mentions = BOOK.read(NOTE);

        var candidates = merge(proposals(mentions), mentions, classification(score));

        assertThat(candidates)
                .filteredOn(candidate -> candidate.code().value().equals("00001"))
                .first()
                .extracting(Candidate::origins)
                .isEqualTo(
                        both ? List.of(Origin.LOOKUP, Origin.CLASSIFIER) : List.of(Origin.LOOKUP));
        assertThat(candidates)
                .filteredOn(candidate -> candidate.code().value().equals("00002"))
                .first()
                .extracting(Candidate::origins)
                .isEqualTo(List.of(Origin.LOOKUP));
    }

    @Test
    void theFeaturesAreThoseThatTheModelNames() {
        var mentions = BOOK.read(NOTE);
        var proposals = proposals(mentions);

        var features =
                MERGER.features(proposals, NoteClassification.none(), List.of(), SERVICE_DATE);

        for (int i = 0; i < proposals.size(); i++) {
            boolean diagnosis = proposals.get(i).code().system() == CodeSystem.ICD_10_CM;
            assertThat(features.get(i))
                    .hasSize(
                            (diagnosis ? FeatureNames.DIAGNOSIS : FeatureNames.PROCEDURE).size()
                                    + FeatureNames.STACKED.size()
                                    - 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    00001, rivalled,         1
                    00002, rivalled,         0
                    00004, rivalled,         0
                    00001, addOn,            0
                    00003, addOn,            1
                    00003, addOnWithPrimary, 1
                    X0005, component,        1
                    00001, component,        0
                    00001, title,            1
                    00001, body,             0
                    00004, title,            0
                    00001, classified,       0
                    00001, familySeen,       0
                    """)
    void aFeatureSaysWhatItIsNamedFor(String code, String name, double value) {
        var mentions = BOOK.read(NOTE);
        var proposals = proposals(mentions);
        int index =
                proposals.indexOf(
                        proposals.stream()
                                .filter(proposal -> proposal.code().value().equals(code))
                                .findFirst()
                                .orElseThrow());

        assertThat(
                        MERGER.features(
                                        proposals,
                                        NoteClassification.none(),
                                        List.of(),
                                        SERVICE_DATE)
                                .get(index)
                                .get(FeatureNames.PROCEDURE.indexOf(name)))
                .isEqualTo(value);
    }

    @Test
    void aModelFittedOnOtherFeaturesIsRefused() {
        var file = MadeUpModel.file(FeatureNames.PROCEDURE.size() + 1, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ConfidenceModel.open(FlatFile.open(ByteBuffer.wrap(file.toBytes()))));
    }

    @ParameterizedTest
    @CsvSource({"0, -5.99", "0.5, 0", "1, 5.99"})
    void aLogitStaysWithinSix(double probability, double logit) {
        assertThat(ConfidenceModel.logit(probability)).isCloseTo(logit, within(0.01));
        assertThat(ConfidenceModel.sigmoid(ConfidenceModel.logit(probability)))
                .isCloseTo(Math.clamp(probability, 0.0025, 0.9975), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aCandidateWithoutProbabilityOrEvidenceIsRefused(double score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Candidate(
                                0,
                                EntryBuilder.code("00001"),
                                score,
                                List.of(),
                                List.of(),
                                Laterality.NONE,
                                List.of(),
                                Standing.BODY,
                                List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Candidate(
                                0,
                                EntryBuilder.code("00001"),
                                0.5,
                                List.of(),
                                List.of(),
                                Laterality.NONE,
                                List.of(),
                                Standing.BODY,
                                List.of()));
    }

    @Test
    void theVisitIsProposedWhereItsCodeIsKnown() {
        var source = new VisitSource(BOOK.codeSets().table());
        var evidence =
                BOOK.read(NOTE)
                        .evidence(proposals(BOOK.read(NOTE)).getFirst().support().getFirst());

        assertThat(source.propose(visit("00001", evidence)))
                .map(Candidate::origins)
                .contains(List.of(Origin.VISIT));
        assertThat(source.propose(visit("99999", evidence))).isEmpty();
        assertThat(source.propose(EvaluationAndManagement.none())).isEmpty();
    }

    private static EvaluationAndManagement visit(String code, Evidence evidence) {
        return new EvaluationAndManagement(
                VisitFamily.OFFICE_NEW,
                Fact.known(EntryBuilder.code(code)),
                Fact.unknown(),
                Fact.unknown(),
                List.of(evidence),
                List.of(),
                0.5);
    }
}
