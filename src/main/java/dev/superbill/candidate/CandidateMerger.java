package dev.superbill.candidate;

import dev.superbill.classification.NoteClassification;
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
import java.util.List;

/// Merges what lookup proposes with what the classifier says: one confidence for each code.
public final class CandidateMerger {
    private static final int MOST_EVIDENCE = 4;

    private final CodeSets codeSets;
    private final ConfidenceModel model;

    /// @param codeSets what is known of codes
    /// @param model the calibrated model, fitted on the same code table
    public CandidateMerger(CodeSets codeSets, ConfidenceModel model) {
        this.codeSets = codeSets;
        this.model = model;
    }

    /// The candidates, best first.
    public List<Candidate> merge(
            List<Proposal> proposals,
            NoteMentions mentions,
            NoteClassification classification,
            LocalDate serviceDate) {
        var classifier = new ClassifierSource(codeSets.table(), classification);
        var features =
                new CandidateFeatures(
                        codeSets, classifier, classification, model, proposals, serviceDate);
        var candidates = new ArrayList<Candidate>();
        for (var proposal : proposals) {
            double score =
                    model.confidence(
                            proposal.code().system(),
                            proposal.expressions(),
                            features.of(proposal));
            candidates.add(
                    new Candidate(
                            proposal.row(),
                            proposal.code(),
                            score,
                            origins(proposal, classifier),
                            evidence(proposal.support(), mentions),
                            proposal.laterality(),
                            proposal.sides(),
                            proposal.standing(),
                            proposal.siblings()));
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::code));
        return List.copyOf(candidates);
    }

    /// The features of every proposal, by the names of [FeatureNames]: what the model is fitted on.
    public List<List<Double>> features(
            List<Proposal> proposals, NoteClassification classification, LocalDate serviceDate) {
        var classifier = new ClassifierSource(codeSets.table(), classification);
        var features =
                new CandidateFeatures(
                        codeSets, classifier, classification, model, proposals, serviceDate);
        return proposals.stream()
                .map(proposal -> Arrays.stream(features.of(proposal)).boxed().toList())
                .toList();
    }

    private static List<Origin> origins(Proposal proposal, ClassifierSource classifier) {
        boolean both =
                proposal.code().system() != CodeSystem.ICD_10_CM
                        && classifier.supports(proposal.row());
        return both ? List.of(Origin.LOOKUP, Origin.CLASSIFIER) : List.of(Origin.LOOKUP);
    }

    /// The firmest places, without overlaps, in order of the note.
    public static List<Evidence> evidence(List<Occurrence> support, NoteMentions mentions) {
        var spans = new ArrayList<Span>();
        var evidence = new ArrayList<Evidence>();
        for (var occurrence : support) {
            var quoted = mentions.evidence(occurrence);
            if (evidence.size() < MOST_EVIDENCE
                    && spans.stream().noneMatch(quoted.span()::overlaps)) {
                spans.add(quoted.span());
                evidence.add(quoted);
            }
        }
        evidence.sort(Comparator.comparing(Evidence::span));
        return List.copyOf(evidence);
    }
}
