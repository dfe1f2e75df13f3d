package dev.superbill.visit;

import dev.superbill.classification.NoteClassification;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeSets;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds the evaluation and management service: its family from setting, patient and note type, its
/// level from medical decision making or, where it reaches higher, from time.
///
/// Source: AMA CPT E/M guidelines 2021 (office) and 2023 (other families), in force for 2026.
public final class VisitLeveler {
    private static final int MOST_EVIDENCE = 4;
    private static final int MOST_QUOTES = 3;
    private static final int CRITICAL_CARE_MINUTES = 30;
    private static final Set<VisitFamily> CRITICAL =
            EnumSet.of(
                    VisitFamily.EMERGENCY,
                    VisitFamily.HOSPITAL_INITIAL,
                    VisitFamily.HOSPITAL_SUBSEQUENT,
                    VisitFamily.CONSULT_INPATIENT);

    private final CodeSets codeSets;
    private final VisitModel model;
    private final FamilyFinder families;
    private final MdmAssessor assessor;

    /// @param codeSets what is known of codes
    /// @param model the model of visits
    public VisitLeveler(CodeSets codeSets, VisitModel model) {
        this.codeSets = codeSets;
        this.model = model;
        this.families = new FamilyFinder(model);
        this.assessor = new MdmAssessor(codeSets.table());
    }

    /// The service that the note supports; [EvaluationAndManagement#none()] where it is no visit.
    public EvaluationAndManagement level(
            NoteMentions mentions, NoteClassification classification, Encounter encounter) {
        var found = families.find(mentions, classification, encounter);
        if (found.family() == VisitFamily.NONE) {
            return EvaluationAndManagement.none();
        }
        var critical = StatedTimeReader.critical(mentions);
        var family =
                CRITICAL.contains(found.family())
                                && critical.told()
                                        .filter(time -> time.minutes() >= CRITICAL_CARE_MINUTES)
                                        .isPresent()
                        ? VisitFamily.CRITICAL_CARE
                        : found.family();
        var mdm = assessor.assess(mentions, family);
        var settled = VisitCodes.levelledByMdm(family) ? model.settle(family, mdm) : mdm.level();
        var time =
                family == VisitFamily.CRITICAL_CARE
                        ? critical
                        : StatedTimeReader.read(mentions, encounter);
        var longDischarge = !mentions.concept(Concept.DISCHARGE_OVER_30_MINUTES).isEmpty();
        var code = VisitCodes.code(family, settled, time, longDischarge, encounter.patient());
        var active =
                code.told()
                        .filter(level -> codeSets.find(level, encounter.serviceDate()).isPresent());
        return new EvaluationAndManagement(
                family,
                active.map(Fact::<Code>known).orElseGet(Fact::unknown),
                VisitCodes.levelledByMdm(family) ? Fact.known(mdm) : Fact.unknown(),
                time,
                evidence(mentions, found, mdm),
                active.map(level -> considered(found, family, mdm.level(), level, encounter))
                        .orElse(List.of()),
                found.probability() * right(family, mdm.level(), settled));
    }

    /// The three elements as a family reads them: the input of the model's training.
    public Mdm decisionMaking(NoteMentions mentions, VisitFamily family) {
        return assessor.assess(mentions, family);
    }

    /// How likely the level settled is the coder's.
    private double right(VisitFamily family, MdmLevel read, MdmLevel settled) {
        return VisitCodes.levelledByMdm(family)
                ? model.level(family, read, settled)
                : model.level(family, MdmLevel.STRAIGHTFORWARD, MdmLevel.STRAIGHTFORWARD);
    }

    /// What else the visit might be: the family's other levels, likeliest first, with the code that
    /// the next family would give after the nearest two of them.
    private List<Code> considered(
            FoundFamily found, VisitFamily family, MdmLevel read, Code level, Encounter encounter) {
        var levels = new ArrayList<MdmLevel>(List.of(MdmLevel.values()));
        levels.sort(
                Comparator.comparingDouble((MdmLevel given) -> -model.level(family, read, given))
                        .thenComparing(Comparator.naturalOrder()));
        var codes = new ArrayList<Code>(VisitCodes.codes(family, levels));
        codes.remove(level);
        VisitCodes.code(found.runnerUp(), read, Fact.unknown(), false, encounter.patient())
                .told()
                .ifPresent(other -> codes.add(Math.min(1, codes.size()), other));
        return codes.stream().distinct().toList();
    }

    /// What shows the visit: the words of its family and of its elements, or else the opening words
    /// of the assessment, or of the note.
    private static List<Evidence> evidence(NoteMentions mentions, FoundFamily found, Mdm mdm) {
        var evidence = new ArrayList<Evidence>();
        found.evidence().stream().limit(1).forEach(evidence::add);
        for (var element : List.of(mdm.problems(), mdm.risk(), mdm.data())) {
            element.evidence().stream().limit(1).forEach(evidence::add);
        }
        if (evidence.isEmpty()) {
            evidence.add(OpeningWords.of(mentions));
        }
        return evidence.stream().distinct().limit(MOST_EVIDENCE).toList();
    }

    static List<Evidence> quote(NoteMentions mentions, List<Occurrence> occurrences) {
        return occurrences.stream().limit(MOST_QUOTES).map(mentions::evidence).toList();
    }
}
