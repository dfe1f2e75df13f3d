package dev.superbill.visit;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.mention.Concept;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.section.SectionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What tells the family of a visit: named cues and where they stand, the sections that the note
/// has, its length, and the classifier's note types.
///
/// The order of the names is part of the model's format.
public final class FamilyCues {
    private static final List<Concept> CUES =
            List.of(
                    Concept.CONSULT_REQUEST,
                    Concept.CONSULTATION,
                    Concept.REFERRED,
                    Concept.REFERRAL_LETTER,
                    Concept.CONSULT_CLOSING,
                    Concept.NEW_PATIENT,
                    Concept.EVALUATION_SOUGHT,
                    Concept.PRESENTS_TODAY,
                    Concept.ONSET_TOLD,
                    Concept.ESTABLISHED_PATIENT,
                    Concept.FOLLOWUP_NAMED,
                    Concept.INTERVAL_TOLD,
                    Concept.OFFICE_SETTING,
                    Concept.RETURN_PLANNED,
                    Concept.INPATIENT_SETTING,
                    Concept.ADMITTED,
                    Concept.ADMISSION,
                    Concept.WARD_CARE,
                    Concept.STAY_DAY,
                    Concept.EMERGENCY_SETTING,
                    Concept.EMERGENCY_VISIT,
                    Concept.EMERGENCY_COURSE,
                    Concept.DISCHARGE_SUMMARY,
                    Concept.PREVENTIVE_VISIT,
                    Concept.PREVENTIVE_CARE,
                    Concept.FACILITY_CARE,
                    Concept.CASE_REPORT,
                    Concept.PSYCHIATRIC_INTERVIEW,
                    Concept.THERAPY_EVALUATION,
                    Concept.POSTOPERATIVE_VISIT,
                    Concept.EYE_EXAMINATION,
                    Concept.PROCEDURE_ROUTINE,
                    Concept.STUDY_ROUTINE,
                    Concept.TEMPLATE,
                    Concept.SOAP_HEADINGS,
                    Concept.INDEPENDENT_HISTORIAN,
                    Concept.DISCUSSION,
                    Concept.RECORDS_REVIEWED,
                    Concept.TEST_ORDERED,
                    Concept.PRESCRIPTION_MANAGEMENT,
                    Concept.SURGERY_DECISION,
                    Concept.LIFE_THREAT);

    private static final Set<Concept> ASKED = EnumSet.of(Concept.CONSULT_REQUEST);
    private static final Set<Concept> SENT =
            EnumSet.of(Concept.REFERRED, Concept.REFERRAL_LETTER, Concept.CONSULTATION);
    private static final Set<Concept> IN_BED =
            EnumSet.of(
                    Concept.INPATIENT_SETTING,
                    Concept.ADMITTED,
                    Concept.WARD_CARE,
                    Concept.STAY_DAY);
    private static final Set<Concept> KNOWN =
            EnumSet.of(Concept.ESTABLISHED_PATIENT, Concept.FOLLOWUP_NAMED);
    private static final Set<Concept> AT_EMERGENCY =
            EnumSet.of(Concept.EMERGENCY_VISIT, Concept.EMERGENCY_SETTING);
    private static final Set<Concept> LEAVING = EnumSet.of(Concept.DISCHARGE_SUMMARY);

    /// What matters only together: who is asked for an opinion by a patient in bed is an inpatient
    /// consultant, and who is asked without any sign of a bed is not.
    private static final List<String> TOGETHER =
            List.of(
                    "asked-in-bed",
                    "asked-not-in-bed",
                    "sent-not-in-bed",
                    "known-not-in-bed",
                    "known-in-bed",
                    "unknown-not-in-bed-nor-asked",
                    "in-bed-not-asked",
                    "emergency-not-in-bed",
                    "leaving-in-bed",
                    "visit-headings");

    private static final List<SectionKind> SECTIONS =
            List.of(SectionKind.values()).stream()
                    .filter(kind -> kind != SectionKind.OTHER)
                    .toList();

    private static final Set<SectionKind> OPENING_SECTIONS =
            EnumSet.of(SectionKind.CHIEF_COMPLAINT, SectionKind.INDICATION);
    private static final int OPENING = 400;
    private static final int ENOUGH = 7;
    private static final int MANY = 3;
    private static final double LEAST = 0.001;
    private static final double LONG_NOTE = 10_000;

    private static final List<String> NAMES = names();

    /// Where the words of a cue stand.
    private enum Place {
        OPENING,
        HEADING,
        BODY;

        static Place of(NoteMentions mentions, Occurrence occurrence) {
            var section = mentions.sectionOf(occurrence);
            if (occurrence.span().start() < section.bodyStart()) {
                return HEADING;
            }
            return occurrence.span().start() < FamilyCues.OPENING
                            || OPENING_SECTIONS.contains(section.kind())
                    ? OPENING
                    : BODY;
        }
    }

    /// The cues of one note.
    ///
    /// @param values by the order of [#all()]
    /// @param shown the words of each cue by the same order; empty for what is no word
    record Read(List<Double> values, List<List<Occurrence>> shown) {
        Read {
            values = List.copyOf(values);
            shown = List.copyOf(shown);
        }
    }

    private FamilyCues() {}

    /// The names of all cues, in order; those of the classifier come last.
    public static List<String> all() {
        return NAMES;
    }

    /// How many cues rest on the note alone.
    public static int ofTheNote() {
        return NAMES.size() - NoteType.values().length;
    }

    /// The values of all cues; those of the classifier are 0 where none ran.
    public static List<Double> values(NoteMentions mentions, NoteClassification classification) {
        return read(mentions, classification).values();
    }

    static Read read(NoteMentions mentions, NoteClassification classification) {
        var values = new ArrayList<Double>(NAMES.size());
        var shown = new ArrayList<List<Occurrence>>(NAMES.size());
        for (var cue : CUES) {
            var occurrences = mentions.concept(cue);
            for (var place : Place.values()) {
                var here =
                        occurrences.stream()
                                .filter(one -> Place.of(mentions, one) == place)
                                .toList();
                values.add(Math.log1p(Math.min(here.size(), ENOUGH)) / Math.log1p(ENOUGH));
                shown.add(here);
            }
        }
        for (double together : together(mentions)) {
            add(together, values, shown);
        }
        var kinds = EnumSet.noneOf(SectionKind.class);
        mentions.sections().forEach(section -> kinds.add(section.kind()));
        for (var kind : SECTIONS) {
            add(kinds.contains(kind) ? 1 : 0, values, shown);
        }
        add(Math.min(1, mentions.note().text().length() / LONG_NOTE), values, shown);
        for (var type : NoteType.values()) {
            add(classification.present() ? heard(classification.noteType(type)) : 0, values, shown);
        }
        return new Read(values, shown);
    }

    private static double[] together(NoteMentions mentions) {
        double asked = prominent(mentions, ASKED);
        double sent = Math.max(asked, prominent(mentions, SENT));
        double inBed = anywhere(mentions, IN_BED);
        double known = prominent(mentions, KNOWN);
        return new double[] {
            Math.min(asked, inBed),
            Math.min(asked, 1 - inBed),
            Math.min(sent, 1 - inBed),
            Math.min(known, 1 - inBed),
            Math.min(known, inBed),
            Math.min(1 - known, Math.min(1 - inBed, 1 - asked)),
            Math.min(1 - asked, inBed),
            Math.min(anywhere(mentions, AT_EMERGENCY), 1 - inBed),
            Math.min(prominent(mentions, LEAVING), inBed),
            headedLikeVisit(mentions)
        };
    }

    /// Whether any of the concepts opens the note or heads a section: 0 or 1.
    private static double prominent(NoteMentions mentions, Set<Concept> concepts) {
        return concepts.stream().anyMatch(concept -> opensWith(mentions, concept)) ? 1 : 0;
    }

    /// How much the note says of the concepts, from 0 to 1.
    private static double anywhere(NoteMentions mentions, Set<Concept> concepts) {
        int found = concepts.stream().mapToInt(one -> mentions.concept(one).size()).sum();
        return Math.min(found, MANY) / (double) MANY;
    }

    /// Whether the note has a history, and an examination, an assessment or a plan: 0 or 1.
    private static double headedLikeVisit(NoteMentions mentions) {
        var kinds = EnumSet.noneOf(SectionKind.class);
        mentions.sections().forEach(section -> kinds.add(section.kind()));
        boolean history =
                kinds.contains(SectionKind.HISTORY) || kinds.contains(SectionKind.CHIEF_COMPLAINT);
        boolean rest =
                kinds.contains(SectionKind.PLAN)
                        || kinds.contains(SectionKind.ASSESSMENT)
                        || kinds.contains(SectionKind.PHYSICAL_EXAM);
        return history && rest ? 1 : 0;
    }

    /// Whether the note says something at its opening or as a heading.
    static boolean opensWith(NoteMentions mentions, Concept concept) {
        return mentions.concept(concept).stream()
                .anyMatch(occurrence -> Place.of(mentions, occurrence) != Place.BODY);
    }

    private static void add(double value, List<Double> values, List<List<Occurrence>> shown) {
        values.add(value);
        shown.add(List.of());
    }

    /// The logarithm of a probability, from 0 for the least to 1 for certainty.
    private static double heard(double probability) {
        return 1 - Math.log(Math.max(probability, LEAST)) / Math.log(LEAST);
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var cue : CUES) {
            for (var place : Place.values()) {
                names.add(label(cue) + "." + label(place));
            }
        }
        TOGETHER.forEach(together -> names.add("together." + together));
        for (var kind : SECTIONS) {
            names.add("section." + label(kind));
        }
        names.add("length");
        for (var type : NoteType.values()) {
            names.add("type." + type.label());
        }
        return List.copyOf(names);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
