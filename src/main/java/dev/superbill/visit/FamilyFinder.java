package dev.superbill.visit;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.mention.Concept;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.PlaceOfService;
import dev.superbill.section.SectionKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Finds the family of a visit. What the encounter tells outweighs the note, and the note outweighs
/// the classifier.
final class FamilyFinder {
    private static final Set<NoteType> PERFORMED =
            Set.of(
                    NoteType.OPERATIVE,
                    NoteType.PROCEDURE,
                    NoteType.RADIOLOGY,
                    NoteType.DIAGNOSTIC_TEST);

    /// From which probability on a type that the note's own headings name outweighs the likeliest
    /// one.
    private static final double PLAUSIBLE = 0.05;

    VisitFamily family(
            NoteMentions mentions, NoteClassification classification, Encounter encounter) {
        var type =
                classification.present()
                        ? typeOf(mentions, classification)
                        : typeByHeadings(mentions);
        var place = encounter.placeOfService().told().map(PlaceOfService::code).orElse("");
        return switch (type) {
            case OPERATIVE, PROCEDURE, RADIOLOGY, DIAGNOSTIC_TEST, OTHER -> VisitFamily.NONE;
            case DISCHARGE -> VisitFamily.DISCHARGE;
            case EMERGENCY ->
                    has(mentions, Concept.CRITICAL_CARE)
                            ? VisitFamily.CRITICAL_CARE
                            : VisitFamily.EMERGENCY;
            case HOSPITAL_ADMISSION -> VisitFamily.HOSPITAL_INITIAL;
            case CONSULT -> consult(mentions, encounter, place);
            case PROGRESS, OFFICE_VISIT -> visit(mentions, encounter, place, type);
        };
    }

    /// The likeliest type, unless the note's headings name another plausible one.
    private static NoteType typeOf(NoteMentions mentions, NoteClassification classification) {
        var likeliest =
                NoteType.labelled(classification.noteTypes().getFirst().name())
                        .orElse(NoteType.OTHER);
        if (PERFORMED.contains(likeliest)) {
            return likeliest;
        }
        boolean asked = headed(mentions, "CONSULT") || has(mentions, Concept.CONSULT_REQUEST);
        if (plausible(classification, NoteType.DISCHARGE)
                && headed(mentions, "DISCHARGE DIAG", "HOSPITAL COURSE")) {
            return NoteType.DISCHARGE;
        }
        if (plausible(classification, NoteType.CONSULT) && headed(mentions, "CONSULT")) {
            return NoteType.CONSULT;
        }
        if (plausible(classification, NoteType.EMERGENCY)
                && headed(
                        mentions,
                        "EMERGENCY",
                        "ED COURSE",
                        "ER COURSE",
                        "MEDICAL DECISION MAKING")) {
            return NoteType.EMERGENCY;
        }
        if (likeliest == NoteType.CONSULT
                && !asked
                && plausible(classification, NoteType.HOSPITAL_ADMISSION)) {
            return NoteType.HOSPITAL_ADMISSION;
        }
        return likeliest;
    }

    private static boolean plausible(NoteClassification classification, NoteType type) {
        return classification.noteType(type) >= PLAUSIBLE;
    }

    private static VisitFamily consult(NoteMentions mentions, Encounter encounter, String place) {
        boolean inpatient = inpatient(mentions, place);
        boolean medicare = encounter.payer().told().filter("medicare"::equals).isPresent();
        if (medicare) {
            return inpatient ? VisitFamily.HOSPITAL_INITIAL : office(mentions, encounter);
        }
        return inpatient ? VisitFamily.CONSULT_INPATIENT : VisitFamily.CONSULT_OUTPATIENT;
    }

    private static VisitFamily visit(
            NoteMentions mentions, Encounter encounter, String place, NoteType type) {
        if (has(mentions, Concept.NURSING_FACILITY_SETTING)
                || place.equals("31")
                || place.equals("32")) {
            return VisitFamily.NURSING_FACILITY;
        }
        if (place.equals("23")) {
            return VisitFamily.EMERGENCY;
        }
        if (place.equals("21")
                || (type == NoteType.PROGRESS && place.isEmpty() && inpatient(mentions, place))) {
            return VisitFamily.HOSPITAL_SUBSEQUENT;
        }
        if (has(mentions, Concept.PREVENTIVE_VISIT)) {
            return VisitFamily.PREVENTIVE;
        }
        return office(mentions, encounter);
    }

    private static VisitFamily office(NoteMentions mentions, Encounter encounter) {
        boolean known =
                encounter
                        .patient()
                        .established()
                        .told()
                        .orElseGet(() ->
                                !has(mentions, Concept.NEW_PATIENT)
                                        || has(mentions, Concept.ESTABLISHED_PATIENT));
        return known ? VisitFamily.OFFICE_ESTABLISHED : VisitFamily.OFFICE_NEW;
    }

    private static boolean inpatient(NoteMentions mentions, String place) {
        return place.isEmpty()
                ? has(mentions, Concept.INPATIENT_SETTING)
                : place.equals("21") || place.equals("22");
    }

    private static boolean has(NoteMentions mentions, Concept concept) {
        return !mentions.concept(concept).isEmpty();
    }

    /// The note's type by its headings alone, for when no classifier ran.
    private static NoteType typeByHeadings(NoteMentions mentions) {
        Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
        for (var section : mentions.sections()) {
            kinds.add(section.kind());
        }
        if (kinds.contains(SectionKind.PROCEDURE) || kinds.contains(SectionKind.DESCRIPTION)) {
            return NoteType.OPERATIVE;
        }
        if (kinds.contains(SectionKind.EXAM) || kinds.contains(SectionKind.TECHNIQUE)) {
            return NoteType.RADIOLOGY;
        }
        if (headed(mentions, "DISCHARGE DIAG") || headed(mentions, "HOSPITAL COURSE")) {
            return NoteType.DISCHARGE;
        }
        if (headed(mentions, "CONSULT") || has(mentions, Concept.CONSULT_REQUEST)) {
            return NoteType.CONSULT;
        }
        if (has(mentions, Concept.EMERGENCY_SETTING)) {
            return NoteType.EMERGENCY;
        }
        return headedLikeVisit(mentions) ? NoteType.OFFICE_VISIT : NoteType.OTHER;
    }

    /// Whether the note has a history, and an examination, an assessment or a plan.
    private static boolean headedLikeVisit(NoteMentions mentions) {
        var kinds = EnumSet.noneOf(SectionKind.class);
        mentions.sections().forEach(section -> kinds.add(section.kind()));
        return (kinds.contains(SectionKind.HISTORY) || kinds.contains(SectionKind.CHIEF_COMPLAINT))
                && (kinds.contains(SectionKind.PLAN)
                        || kinds.contains(SectionKind.ASSESSMENT)
                        || kinds.contains(SectionKind.PHYSICAL_EXAM));
    }

    private static boolean headed(NoteMentions mentions, String... words) {
        return mentions.sections().stream()
                .map(section -> section.heading().toUpperCase(Locale.ROOT))
                .anyMatch(heading -> Arrays.stream(words).anyMatch(heading::contains));
    }
}
