package dev.superbill.visit;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.mention.Concept;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.section.SectionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    private static final double MOST_OFTEN = Math.log1p(ENOUGH);
    private static final Place[] PLACES = Place.values();
    private static final NoteType[] TYPES = NoteType.values();
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

    /// The cues of one note, by the order of [#all()].
    static final class Read {
        private final double[] values;
        private final Map<Integer, List<Occurrence>> shown;

        private Read(double[] values, Map<Integer, List<Occurrence>> shown) {
            this.values = values;
            this.shown = Collections.unmodifiableMap(shown);
        }

        /// How much the note says of a cue, 0 to 1.
        double value(int cue) {
            return values[cue];
        }

        /// The cues that words show, each with its words.
        Map<Integer, List<Occurrence>> shown() {
            return shown;
        }
    }

    /// Puts the cues of one note in order.
    private static final class Reading {
        private final double[] values = new double[NAMES.size()];
        private final Map<Integer, List<Occurrence>> shown = new TreeMap<>();
        private int next;

        private void add(double value) {
            values[next++] = value;
        }

        private void add(List<Occurrence> words) {
            if (!words.isEmpty()) {
                shown.put(next, words);
            }
            add(Math.log1p(Math.min(words.size(), ENOUGH)) / MOST_OFTEN);
        }
    }

    private FamilyCues() {}

    /// The names of all cues, in order; those of the classifier come last.
    public static List<String> all() {
        return NAMES;
    }

    /// How many cues rest on the note alone.
    public static int ofTheNote() {
        return NAMES.size() - TYPES.length;
    }

    /// The values of all cues; those of the classifier are 0 where none ran.
    public static List<Double> values(NoteMentions mentions, NoteClassification classification) {
        return Arrays.stream(read(mentions, classification).values).boxed().toList();
    }

    static Read read(NoteMentions mentions, NoteClassification classification) {
        var read = new Reading();
        for (var cue : CUES) {
            var occurrences = mentions.concept(cue);
            for (var place : PLACES) {
                read.add(standingAt(place, occurrences, mentions));
            }
        }
        var kinds = EnumSet.noneOf(SectionKind.class);
        mentions.sections().forEach(section -> kinds.add(section.kind()));
        for (double together : together(mentions, kinds)) {
            read.add(together);
        }
        for (var kind : SECTIONS) {
            read.add(kinds.contains(kind) ? 1 : 0);
        }
        read.add(Math.min(1, mentions.note().text().length() / LONG_NOTE));
        for (var type : TYPES) {
            read.add(classification.present() ? heard(classification.noteType(type)) : 0);
        }
        return new Read(read.values, read.shown);
    }

    private static List<Occurrence> standingAt(
            Place place, List<Occurrence> occurrences, NoteMentions mentions) {
        if (occurrences.isEmpty()) {
            return occurrences;
        }
        var here = new ArrayList<Occurrence>();
        for (var one : occurrences) {
            if (Place.of(mentions, one) == place) {
                here.add(one);
            }
        }
        return here;
    }

    private static double[] together(NoteMentions mentions, Set<SectionKind> kinds) {
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
            headedLikeVisit(kinds)
        };
    }

    /// Whether any of the concepts opens the note or heads a section: 0 or 1.
    private static double prominent(NoteMentions mentions, Set<Concept> concepts) {
        for (var concept : concepts) {
            if (opensWith(mentions, concept)) {
                return 1;
            }
        }
        return 0;
    }

    /// How much the note says of the concepts, from 0 to 1.
    private static double anywhere(NoteMentions mentions, Set<Concept> concepts) {
        int found = 0;
        for (var concept : concepts) {
            found += mentions.concept(concept).size();
        }
        return Math.min(found, MANY) / (double) MANY;
    }

    /// Whether the note has a history, and an examination, an assessment or a plan: 0 or 1.
    private static double headedLikeVisit(Set<SectionKind> kinds) {
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
        for (var occurrence : mentions.concept(concept)) {
            if (Place.of(mentions, occurrence) != Place.BODY) {
                return true;
            }
        }
        return false;
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
