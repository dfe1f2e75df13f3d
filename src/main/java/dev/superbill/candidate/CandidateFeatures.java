package dev.superbill.candidate;

import dev.superbill.classification.NoteClassification;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeSets;
import dev.superbill.note.ClaimType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Computes the features of the proposals of one note, in the order of [FeatureNames].
final class CandidateFeatures {
    private final CodeSets codeSets;
    private final ClassifierSource classifier;
    private final NoteClassification classification;
    private final ConfidenceModel model;
    private final LocalDate serviceDate;
    private final List<Proposal> procedures;
    private final Set<Code> codes = new HashSet<>();
    private final Map<Code, Integer> order = new HashMap<>();
    private final Map<Boolean, Integer> counts = new HashMap<>();
    private final Map<Integer, Proposal> bestOfGroup = new HashMap<>();

    CandidateFeatures(
            CodeSets codeSets,
            ClassifierSource classifier,
            NoteClassification classification,
            ConfidenceModel model,
            List<Proposal> proposals,
            LocalDate serviceDate) {
        this.codeSets = codeSets;
        this.classifier = classifier;
        this.classification = classification;
        this.model = model;
        this.serviceDate = serviceDate;
        this.procedures = proposals.stream().filter(p -> !isDiagnosis(p)).toList();
        var sorted =
                proposals.stream()
                        .sorted(
                                Comparator.comparingInt(Proposal::first)
                                        .thenComparing(Proposal::code))
                        .toList();
        for (var proposal : sorted) {
            codes.add(proposal.code());
            order.put(proposal.code(), counts.merge(isDiagnosis(proposal), 1, Integer::sum) - 1);
            int group = codeSets.table().groupOf(proposal.row());
            if (group != 0) {
                bestOfGroup.merge(group, proposal, this::firmer);
            }
        }
    }

    /// The features of [FeatureNames#STACKED].
    double[] stacked(Proposal proposal, double confidence, Ranking ranking) {
        return new double[] {
            ConfidenceModel.logit(confidence),
            ranking.logit(proposal.code()),
            flag(ranking.names(proposal.code())),
            ranking.lead(proposal.code()),
            ranking.votes(proposal.code())
        };
    }

    /// The features of [FeatureNames#RANKED].
    double[] ranked(RankedProposal proposal, Ranking ranking) {
        double family = classifier.family(proposal.row());
        boolean addOn = codeSets.table().isAddOn(proposal.row());
        return new double[] {
            ranking.logit(proposal.code()),
            Math.log1p(proposal.place()),
            ranking.lead(proposal.code()),
            ranking.votes(proposal.code()),
            flag(proposal.standing() == Standing.TITLE),
            flag(proposal.standing() == Standing.BODY),
            flag(proposal.standing() == Standing.RESULT),
            flag(rivalled(proposal.row(), proposal.code())),
            flag(related(proposal.code())),
            flag(addOn),
            flag(addOn && primaryProposed(proposal.row())),
            flag(component(proposal.code(), proposal.standing())),
            Math.log1p(counts.getOrDefault(false, 0)),
            family < 0 ? 0 : ConfidenceModel.logit(family),
            flag(family >= 0),
            classifier.chapter(Chapter.of(proposal.code()), model)
        };
    }

    double[] of(Proposal proposal) {
        return isDiagnosis(proposal) ? diagnosis(proposal) : procedure(proposal);
    }

    private double[] procedure(Proposal proposal) {
        double family = classifier.family(proposal.row());
        boolean addOn = codeSets.table().isAddOn(proposal.row());
        return new double[] {
            flag(proposal.standing() == Standing.TITLE),
            flag(proposal.standing() == Standing.BODY),
            flag(proposal.standing() == Standing.RESULT),
            flag(
                    proposal.standings().contains(Standing.TITLE)
                            && proposal.standings().contains(Standing.BODY)),
            Math.log1p(proposal.occurrences()),
            Math.log1p(proposal.expressions().size()),
            Math.min(6, proposal.words()),
            Math.log1p(proposal.doubted()),
            flag(rivalled(proposal.row(), proposal.code())),
            flag(proposal.disputed() > 0),
            flag(addOn),
            flag(addOn && primaryProposed(proposal.row())),
            flag(component(proposal.code(), proposal.standing())),
            Math.log1p(order.getOrDefault(proposal.code(), 0)),
            Math.log1p(counts.getOrDefault(false, 0)),
            family < 0 ? 0 : ConfidenceModel.logit(family),
            flag(family >= 0),
            classifier.chapter(Chapter.of(proposal.code()), model),
            flag(classification.present())
        };
    }

    private double[] diagnosis(Proposal proposal) {
        return new double[] {
            flag(proposal.standing() == Standing.TITLE),
            flag(proposal.standing() == Standing.BODY),
            flag(proposal.standing() == Standing.RESULT),
            flag(proposal.standings().contains(Standing.TITLE) && proposal.standings().size() > 1),
            Math.log1p(proposal.occurrences()),
            Math.log1p(proposal.expressions().size()),
            Math.min(6, proposal.words()),
            Math.log1p(proposal.doubted()),
            flag(rivalled(proposal.row(), proposal.code())),
            flag(proposal.disputed() > 0),
            Math.log1p(order.getOrDefault(proposal.code(), 0)),
            Math.log1p(counts.getOrDefault(true, 0)),
            classifier.chapter(Chapter.of(proposal.code()), model),
            flag(classification.present())
        };
    }

    private static boolean isDiagnosis(Proposal proposal) {
        return proposal.code().system() == CodeSystem.ICD_10_CM;
    }

    private static double flag(boolean value) {
        return value ? 1 : 0;
    }

    /// Whether a sibling of the same group stands firmer.
    private boolean rivalled(int row, Code code) {
        var best = bestOfGroup.get(codeSets.table().groupOf(row));
        return best != null && !best.code().equals(code);
    }

    /// Whether lookup proposes another code that begins with the same three characters.
    private boolean related(Code code) {
        return procedures.stream()
                .anyMatch(other ->
                        !other.code().equals(code)
                                && other.code().value().regionMatches(0, code.value(), 0, 3));
    }

    private Proposal firmer(Proposal a, Proposal b) {
        var order =
                Comparator.comparing(Proposal::standing)
                        .thenComparingDouble((Proposal p) -> model.reliability(p.expressions()))
                        .thenComparingInt(Proposal::words)
                        .thenComparing(Proposal::code);
        return order.compare(a, b) >= 0 ? a : b;
    }

    private boolean primaryProposed(int row) {
        return switch (codeSets.table().addOnOf(row)) {
            case AddOn.No _ -> false;
            case AddOn.ToAny _ -> procedures.size() > 1;
            case AddOn.To(var primaries) -> primaries.stream().anyMatch(codes::contains);
            case AddOn.ToThese(var primaries) -> primaries.stream().anyMatch(codes::contains);
        };
    }

    /// Whether NCCI makes the code a component of another that stands at least as firm.
    private boolean component(Code code, Standing standing) {
        for (var other : procedures) {
            if (!other.code().equals(code)
                    && other.standing().compareTo(standing) >= 0
                    && codeSets.ptp(other.code(), code, ClaimType.PROFESSIONAL, serviceDate)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
