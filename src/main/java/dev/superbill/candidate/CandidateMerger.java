package dev.superbill.candidate;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.RankedCode;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.note.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Merges what lookup proposes with what the classifier says: one confidence for each code.
public final class CandidateMerger {
    private static final int MOST_EVIDENCE = 4;

    /// From which probability on a code is the ranker's too.
    private static final double RANKER_SUPPORTS = 0.5;

    private final CodeSets codeSets;
    private final ConfidenceModel model;

    /// @param codeSets what is known of codes
    /// @param model the calibrated model, fitted on the same code table
    public CandidateMerger(CodeSets codeSets, ConfidenceModel model) {
        this.codeSets = codeSets;
        this.model = model;
    }

    /// The candidates, and what is ruled out. A procedure's confidence rests on the lookup alone
    /// where no ranker read the note.
    ///
    /// @param lookup what the code table's triggers propose and rule out
    /// @param mentions what the note mentions
    /// @param classification what the classifier says of the note
    /// @param ranked what the ranker says of its passages
    /// @param serviceDate the date of service
    public Merged merge(
            Lookup lookup,
            NoteMentions mentions,
            NoteClassification classification,
            List<RankedCode> ranked,
            LocalDate serviceDate) {
        var classifier = new ClassifierSource(codeSets.table(), classification);
        var ranking = new Ranking(codeSets.table(), ranked);
        var proposals = lookup.proposals();
        var features = featuresOf(proposals, classifier, classification, serviceDate);
        var candidates = new ArrayList<Candidate>();
        var known = new HashSet<Code>();
        for (var proposal : proposals) {
            known.add(proposal.code());
            candidates.add(
                    new Candidate(
                            proposal.row(),
                            proposal.code(),
                            confidence(proposal, features, ranking),
                            origins(proposal, classifier, ranking),
                            evidence(proposal.support(), mentions),
                            proposal.laterality(),
                            proposal.sides(),
                            proposal.standing(),
                            siblings(proposal, ranking, serviceDate),
                            proposal.units(),
                            proposal.answer()));
        }
        lookup.ousted().forEach(ousted -> known.add(ousted.code()));
        for (var proposal : ranking.proposals(mentions, serviceDate)) {
            if (known.add(proposal.code())) {
                candidates.add(
                        new Candidate(
                                proposal.row(),
                                proposal.code(),
                                model.ranked(features.ranked(proposal, ranking)),
                                List.of(Origin.CLASSIFIER),
                                List.of(proposal.evidence()),
                                proposal.laterality(),
                                List.of(),
                                proposal.standing(),
                                ranking.rivals(proposal.code(), serviceDate)));
            }
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::code));
        return new Merged(candidates, scored(lookup.ousted(), ranking));
    }

    private static List<Ousted> scored(List<Ousted> ousted, Ranking ranking) {
        return ousted.stream()
                .map(out -> out.scored(ranking.score(out.code())))
                .sorted(
                        Comparator.comparingDouble(Ousted::score)
                                .reversed()
                                .thenComparing(Ousted::code))
                .toList();
    }

    /// The features of every proposal of lookup, by the names of [FeatureNames], then those of
    /// [FeatureNames#STACKED] but for the first: what the model is fitted on.
    public List<List<Double>> features(
            List<Proposal> proposals,
            NoteClassification classification,
            List<RankedCode> ranked,
            LocalDate serviceDate) {
        var features = featuresOf(proposals, classification, serviceDate);
        var ranking = new Ranking(codeSets.table(), ranked);
        return proposals.stream()
                .map(proposal ->
                        DoubleStream.concat(
                                        Arrays.stream(features.of(proposal)),
                                        Arrays.stream(features.stacked(proposal, 0.5, ranking))
                                                .skip(1))
                                .boxed()
                                .toList())
                .toList();
    }

    /// The features of [FeatureNames#RANKED] of every procedure that the ranker names.
    public Map<Code, List<Double>> rankedFeatures(
            List<Proposal> proposals,
            NoteMentions mentions,
            NoteClassification classification,
            List<RankedCode> ranked,
            LocalDate serviceDate) {
        var features = featuresOf(proposals, classification, serviceDate);
        var ranking = new Ranking(codeSets.table(), ranked);
        var measured = new LinkedHashMap<Code, List<Double>>();
        for (var proposal : ranking.proposals(mentions, serviceDate)) {
            measured.put(
                    proposal.code(),
                    Arrays.stream(features.ranked(proposal, ranking)).boxed().toList());
        }
        return measured;
    }

    private CandidateFeatures featuresOf(
            List<Proposal> proposals, NoteClassification classification, LocalDate serviceDate) {
        return featuresOf(
                proposals,
                new ClassifierSource(codeSets.table(), classification),
                classification,
                serviceDate);
    }

    private CandidateFeatures featuresOf(
            List<Proposal> proposals,
            ClassifierSource classifier,
            NoteClassification classification,
            LocalDate serviceDate) {
        return new CandidateFeatures(
                codeSets, classifier, classification, model, proposals, serviceDate);
    }

    private double confidence(Proposal proposal, CandidateFeatures features, Ranking ranking) {
        double alone =
                model.confidence(
                        proposal.code().system(), proposal.expressions(), features.of(proposal));
        return ranking.present() && proposal.code().system() != CodeSystem.ICD_10_CM
                ? model.stacked(features.stacked(proposal, alone, ranking))
                : alone;
    }

    /// The siblings that the proposal's own words name, then those that the ranker finds as likely.
    private List<Integer> siblings(Proposal proposal, Ranking ranking, LocalDate serviceDate) {
        if (!ranking.present()) {
            return proposal.siblings();
        }
        var siblings = new LinkedHashSet<>(proposal.siblings());
        siblings.addAll(ranking.rivals(proposal.code(), serviceDate));
        return List.copyOf(siblings);
    }

    private static List<Origin> origins(
            Proposal proposal, ClassifierSource classifier, Ranking ranking) {
        boolean both =
                proposal.code().system() != CodeSystem.ICD_10_CM
                        && (classifier.supports(proposal.row())
                                || ranking.score(proposal.code()) >= RANKER_SUPPORTS);
        return both ? List.of(Origin.LOOKUP, Origin.CLASSIFIER) : List.of(Origin.LOOKUP);
    }

    /// The firmest places, without overlaps, in order of the note.
    public static List<Evidence> evidence(List<Occurrence> support, NoteMentions mentions) {
        var evidence = new ArrayList<Evidence>();
        for (var occurrence : support) {
            if (evidence.size() == MOST_EVIDENCE) {
                break;
            }
            var quoted = mentions.evidence(occurrence);
            if (!overlapsAny(quoted.span(), evidence)) {
                evidence.add(quoted);
            }
        }
        evidence.sort(Comparator.comparing(Evidence::span));
        return List.copyOf(evidence);
    }

    private static boolean overlapsAny(Span span, List<Evidence> others) {
        for (var other : others) {
            if (other.span().overlaps(span)) {
                return true;
            }
        }
        return false;
    }
}
