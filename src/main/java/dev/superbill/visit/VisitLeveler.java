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
import java.util.List;

/// Finds the evaluation and management service: its family from setting, patient and note type, its
/// level from medical decision making or, where it reaches higher, from time.
///
/// Source: AMA CPT E/M guidelines 2021 (office) and 2023 (other families), in force for 2026.
public final class VisitLeveler {
    private static final int MOST_EVIDENCE = 3;

    private final CodeSets codeSets;
    private final FamilyFinder families = new FamilyFinder();
    private final MdmAssessor assessor;

    /// @param codeSets what is known of codes
    public VisitLeveler(CodeSets codeSets) {
        this.codeSets = codeSets;
        this.assessor = new MdmAssessor(codeSets.table());
    }

    /// The service that the note supports; [EvaluationAndManagement#none()] where it is no visit.
    public EvaluationAndManagement level(
            NoteMentions mentions, NoteClassification classification, Encounter encounter) {
        var family = families.family(mentions, classification, encounter);
        if (family == VisitFamily.NONE) {
            return EvaluationAndManagement.none();
        }
        var mdm = assessor.assess(mentions, family);
        var time = StatedTimeReader.read(mentions, encounter);
        var code =
                VisitCodes.code(
                        family,
                        mdm.level(),
                        time,
                        !mentions.concept(Concept.DISCHARGE_OVER_30_MINUTES).isEmpty(),
                        encounter.patient());
        var active =
                code.told()
                        .filter(level -> codeSets.find(level, encounter.serviceDate()).isPresent());
        return new EvaluationAndManagement(
                family,
                active.map(Fact::<Code>known).orElseGet(Fact::unknown),
                VisitCodes.levelledByMdm(family) ? Fact.known(mdm) : Fact.unknown(),
                time,
                evidence(mentions, mdm),
                active.map(level -> VisitCodes.otherLevels(family, level)).orElse(List.of()));
    }

    /// What shows the visit: the elements' evidence, or else the opening words of the assessment,
    /// or of the note.
    private static List<Evidence> evidence(NoteMentions mentions, Mdm mdm) {
        var evidence = new ArrayList<Evidence>();
        for (var element : List.of(mdm.problems(), mdm.risk(), mdm.data())) {
            element.evidence().stream().limit(1).forEach(evidence::add);
        }
        if (evidence.isEmpty()) {
            evidence.add(OpeningWords.of(mentions));
        }
        return evidence.stream().distinct().limit(MOST_EVIDENCE).toList();
    }

    static List<Evidence> quote(NoteMentions mentions, List<Occurrence> occurrences) {
        return occurrences.stream().limit(MOST_EVIDENCE).map(mentions::evidence).toList();
    }
}
