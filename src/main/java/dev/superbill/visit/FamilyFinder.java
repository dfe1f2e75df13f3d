package dev.superbill.visit;

import dev.superbill.classification.NoteClassification;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.note.Encounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the family of a visit: the model weighs the note's cues, and what the encounter tells
/// overrules it.
///
/// Sources: CPT E/M guidelines 2023 (settings, consultations; observation care is hospital care
/// since 2023-01-01); CMS transmittal 1875, effective 2010-01-01 (Medicare takes no consultation
/// codes).
final class FamilyFinder {
    private static final Set<VisitFamily> OFFICE =
            EnumSet.of(VisitFamily.OFFICE_NEW, VisitFamily.OFFICE_ESTABLISHED);
    private static final Set<VisitFamily> HOSPITAL =
            EnumSet.of(VisitFamily.HOSPITAL_INITIAL, VisitFamily.HOSPITAL_SUBSEQUENT);
    private static final Set<String> OFFICE_PLACES = Set.of("02", "10", "11", "20", "49", "50");
    private static final Set<String> HOSPITAL_PLACES = Set.of("21", "51");
    private static final Set<String> NURSING_PLACES = Set.of("31", "32");
    private static final String EMERGENCY_PLACE = "23";
    private static final int MOST_CUES = 2;
    private static final double HALF = 0.5;

    private final VisitModel model;

    FamilyFinder(VisitModel model) {
        this.model = model;
    }

    FoundFamily find(
            NoteMentions mentions, NoteClassification classification, Encounter encounter) {
        var hearing =
                classification.present() ? VisitModel.Hearing.HEARD : VisitModel.Hearing.UNHEARD;
        var cues = FamilyCues.read(mentions, classification);
        var probabilities = new EnumMap<VisitFamily, Double>(VisitFamily.class);
        var read = model.probabilities(cues, hearing);
        for (int i = 0; i < read.length; i++) {
            probabilities.put(VisitModel.FAMILIES.get(i), read[i]);
        }
        var evidence = evidence(mentions, cues, likeliest(probabilities), hearing);
        boolean met =
                probabilities.getOrDefault(VisitFamily.OFFICE_ESTABLISHED, 0.0)
                        > probabilities.getOrDefault(VisitFamily.OFFICE_NEW, 0.0);
        tellPlace(probabilities, encounter);
        tellWords(probabilities, mentions);
        tellPayer(
                probabilities,
                met ? VisitFamily.OFFICE_ESTABLISHED : VisitFamily.OFFICE_NEW,
                encounter);
        tellPatient(probabilities, encounter);
        var ordered = likeliest(probabilities);
        if (probabilities.getOrDefault(VisitFamily.NONE, 0.0) < HALF) {
            // The families together are likelier than none: it is a visit of some kind.
            ordered.remove(VisitFamily.NONE);
        }
        var family = ordered.getFirst();
        return new FoundFamily(
                family, probabilities.getOrDefault(family, 0.0), ordered.get(1), evidence);
    }

    /// The families, the likeliest first; of equals the first named.
    private static List<VisitFamily> likeliest(Map<VisitFamily, Double> probabilities) {
        var families = new ArrayList<>(probabilities.keySet());
        families.sort(
                Comparator.comparingDouble(
                                (VisitFamily family) -> probabilities.getOrDefault(family, 0.0))
                        .reversed());
        return families;
    }

    /// The place decides between families of the same role: who is seen for an opinion in a
    /// hospital bed is an inpatient consultation, whatever the note leaves open.
    private static void tellPlace(Map<VisitFamily, Double> probabilities, Encounter encounter) {
        var place = encounter.placeOfService().told().map(told -> told.code()).orElse("");
        if (OFFICE_PLACES.contains(place)) {
            move(probabilities, VisitFamily.CONSULT_INPATIENT, VisitFamily.CONSULT_OUTPATIENT);
            move(probabilities, VisitFamily.HOSPITAL_INITIAL, VisitFamily.OFFICE_NEW);
            move(probabilities, VisitFamily.HOSPITAL_SUBSEQUENT, VisitFamily.OFFICE_ESTABLISHED);
            move(probabilities, VisitFamily.DISCHARGE, VisitFamily.OFFICE_ESTABLISHED);
            move(probabilities, VisitFamily.NURSING_FACILITY, VisitFamily.OFFICE_ESTABLISHED);
            move(probabilities, VisitFamily.EMERGENCY, VisitFamily.OFFICE_NEW);
        }
        if (HOSPITAL_PLACES.contains(place)) {
            move(probabilities, VisitFamily.CONSULT_OUTPATIENT, VisitFamily.CONSULT_INPATIENT);
            move(probabilities, VisitFamily.OFFICE_NEW, VisitFamily.HOSPITAL_INITIAL);
            move(probabilities, VisitFamily.EMERGENCY, VisitFamily.HOSPITAL_INITIAL);
            move(probabilities, VisitFamily.OFFICE_ESTABLISHED, VisitFamily.HOSPITAL_SUBSEQUENT);
            move(probabilities, VisitFamily.NURSING_FACILITY, VisitFamily.HOSPITAL_SUBSEQUENT);
        }
        if (place.equals(EMERGENCY_PLACE)) {
            move(probabilities, VisitFamily.CONSULT_INPATIENT, VisitFamily.CONSULT_OUTPATIENT);
            move(probabilities, OFFICE, VisitFamily.EMERGENCY);
            move(probabilities, HOSPITAL, VisitFamily.EMERGENCY);
        }
        if (NURSING_PLACES.contains(place)) {
            move(probabilities, VisitFamily.CONSULT_OUTPATIENT, VisitFamily.CONSULT_INPATIENT);
            move(probabilities, OFFICE, VisitFamily.NURSING_FACILITY);
            move(probabilities, HOSPITAL, VisitFamily.NURSING_FACILITY);
            move(probabilities, VisitFamily.EMERGENCY, VisitFamily.NURSING_FACILITY);
        }
    }

    /// Too few notes of these families exist to learn their wording from: a visit that says of
    /// itself that it is preventive, or takes place in a nursing facility, is believed.
    private static void tellWords(Map<VisitFamily, Double> probabilities, NoteMentions mentions) {
        if (!mentions.concept(Concept.NURSING_FACILITY_SETTING).isEmpty()) {
            move(probabilities, OFFICE, VisitFamily.NURSING_FACILITY);
            move(probabilities, HOSPITAL, VisitFamily.NURSING_FACILITY);
        }
        if (FamilyCues.opensWith(mentions, Concept.PREVENTIVE_VISIT)) {
            move(probabilities, OFFICE, VisitFamily.PREVENTIVE);
        }
    }

    private static void tellPayer(
            Map<VisitFamily, Double> probabilities, VisitFamily office, Encounter encounter) {
        if (encounter.payer().told().filter("medicare"::equals).isPresent()) {
            move(probabilities, VisitFamily.CONSULT_INPATIENT, VisitFamily.HOSPITAL_INITIAL);
            move(probabilities, VisitFamily.CONSULT_OUTPATIENT, office);
        }
    }

    private static void tellPatient(Map<VisitFamily, Double> probabilities, Encounter encounter) {
        encounter
                .patient()
                .established()
                .told()
                .ifPresent(established ->
                        move(
                                probabilities,
                                OFFICE,
                                established
                                        ? VisitFamily.OFFICE_ESTABLISHED
                                        : VisitFamily.OFFICE_NEW));
    }

    private static void move(
            Map<VisitFamily, Double> probabilities, Set<VisitFamily> from, VisitFamily to) {
        for (var family : from) {
            move(probabilities, family, to);
        }
    }

    private static void move(
            Map<VisitFamily, Double> probabilities, VisitFamily from, VisitFamily to) {
        double probability = probabilities.getOrDefault(from, 0.0);
        probabilities.put(from, 0.0);
        probabilities.merge(to, probability, Double::sum);
    }

    /// The words of the cues that speak most for the likeliest family rather than the next.
    private List<Evidence> evidence(
            NoteMentions mentions,
            FamilyCues.Read cues,
            List<VisitFamily> ordered,
            VisitModel.Hearing hearing) {
        record Weighed(Occurrence words, double weight) {}
        var speaking = new ArrayList<Weighed>();
        cues.shown()
                .forEach((cue, words) -> {
                    double preference =
                            model.preference(cue, ordered.get(0), ordered.get(1), hearing);
                    double weight = cues.value(cue) * preference;
                    if (weight > 0) {
                        speaking.add(new Weighed(words.getFirst(), weight));
                    }
                });
        speaking.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        return speaking.stream()
                .limit(MOST_CUES)
                .map(weighed -> mentions.evidence(weighed.words()))
                .toList();
    }
}
