package dev.superbill.visit;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.Concept;
import dev.superbill.mention.Evidence;
import dev.superbill.mention.ExpressionMatch;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import dev.superbill.mention.Role;
import dev.superbill.note.Span;
import dev.superbill.section.SectionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads the three elements of medical decision making off a visit note.
///
/// Source: AMA CPT E/M guidelines, table "Levels of Medical Decision Making", effective 2023-01-01.
final class MdmAssessor {
    private static final Set<SectionKind> ADDRESSED =
            Set.of(
                    SectionKind.ASSESSMENT,
                    SectionKind.DIAGNOSIS,
                    SectionKind.IMPRESSION,
                    SectionKind.PLAN);
    private static final Set<SectionKind> TOLD =
            Set.of(
                    SectionKind.CHIEF_COMPLAINT,
                    SectionKind.HISTORY,
                    SectionKind.INDICATION,
                    SectionKind.OTHER,
                    SectionKind.HOSPITAL_COURSE);
    private static final Set<SectionKind> DECIDING =
            Set.of(
                    SectionKind.ASSESSMENT,
                    SectionKind.IMPRESSION,
                    SectionKind.PLAN,
                    SectionKind.HOSPITAL_COURSE);
    private static final Set<SectionKind> ASIDE =
            Set.of(
                    SectionKind.PAST_HISTORY,
                    SectionKind.FAMILY_HISTORY,
                    SectionKind.SOCIAL_HISTORY,
                    SectionKind.MEDICATIONS,
                    SectionKind.ALLERGIES,
                    SectionKind.REVIEW_OF_SYSTEMS,
                    SectionKind.PHYSICAL_EXAM);
    private static final Set<VisitFamily> FIRST_CONTACT =
            EnumSet.of(
                    VisitFamily.OFFICE_NEW,
                    VisitFamily.CONSULT_OUTPATIENT,
                    VisitFamily.CONSULT_INPATIENT,
                    VisitFamily.EMERGENCY);

    /// A list of drugs that a known patient goes on taking is no management of them; at a first
    /// contact each of them is taken over or not.
    private static final Set<VisitFamily> KNOWN =
            EnumSet.of(
                    VisitFamily.OFFICE_ESTABLISHED,
                    VisitFamily.HOSPITAL_SUBSEQUENT,
                    VisitFamily.NURSING_FACILITY);

    private static final int MOST_EVIDENCE = 3;

    private final CodeTable table;

    MdmAssessor(CodeTable table) {
        this.table = table;
    }

    Mdm assess(NoteMentions mentions, VisitFamily family) {
        return new Mdm(problems(mentions, family), data(mentions), risk(mentions, family));
    }

    private MdmElement problems(NoteMentions mentions, VisitFamily family) {
        var threat = narrated(mentions, Concept.LIFE_THREAT);
        if (!threat.isEmpty()) {
            return element(
                    MdmLevel.HIGH,
                    "a problem that threatens life or bodily function",
                    mentions,
                    threat);
        }
        var unstable = narrated(mentions, Concept.UNSTABLE_PROBLEM);
        if (!unstable.isEmpty() && family == VisitFamily.HOSPITAL_INITIAL) {
            return element(
                    MdmLevel.HIGH,
                    "a worsening problem that needs hospital care",
                    mentions,
                    unstable);
        }
        if (!unstable.isEmpty()) {
            return element(
                    MdmLevel.MODERATE,
                    "a problem that is worsening or not at goal",
                    mentions,
                    unstable);
        }
        var uncertain = narrated(mentions, Concept.UNCERTAIN_PROBLEM);
        if (!uncertain.isEmpty() && FIRST_CONTACT.contains(family)) {
            return element(
                    MdmLevel.MODERATE,
                    "a new problem whose outcome is uncertain",
                    mentions,
                    uncertain);
        }
        var addressed = addressed(mentions, ADDRESSED);
        if (addressed.isEmpty()) {
            addressed = addressed(mentions, TOLD);
        }
        var minor = mentions.concept(Concept.MINOR_PROBLEM);
        long serious =
                addressed.stream()
                        .filter(problem ->
                                minor.stream()
                                        .noneMatch(one -> overlap(one.span(), problem.span())))
                        .count();
        if (serious >= 2) {
            return new MdmElement(MdmLevel.MODERATE, "two or more problems addressed", addressed);
        }
        if (!addressed.isEmpty()) {
            return new MdmElement(
                    MdmLevel.LOW,
                    addressed.size() == 1 ? "one problem addressed" : "minor problems addressed",
                    addressed);
        }
        return new MdmElement(
                MdmLevel.STRAIGHTFORWARD, "no problem addressed was recognised", List.of());
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /// What the note tells of this visit, rather than of earlier illness, of the body system by
    /// system, or of lists.
    private static List<Occurrence> narrated(NoteMentions mentions, Concept concept) {
        return mentions.concept(concept).stream()
                .filter(one -> !ASIDE.contains(mentions.sectionOf(one).kind()))
                .toList();
    }

    /// What the assessment or the plan decides; in a note without either, what it narrates.
    private static List<Occurrence> decided(NoteMentions mentions, Concept concept) {
        boolean headed =
                mentions.sections().stream().anyMatch(one -> DECIDING.contains(one.kind()));
        return headed
                ? mentions.concept(concept).stream()
                        .filter(one -> DECIDING.contains(mentions.sectionOf(one).kind()))
                        .toList()
                : narrated(mentions, concept);
    }

    /// One quote for each different diagnosis that the assessment or the plan asserts, by sibling
    /// family.
    private List<Evidence> addressed(NoteMentions mentions, Set<SectionKind> where) {
        var byFamily = new TreeMap<Integer, Evidence>();
        for (var match : mentions.matches()) {
            if (match.role() == Role.SAYS
                    && table.systemOf(match.owner()) == CodeSystem.ICD_10_CM) {
                addressed(match, mentions, where, byFamily);
            }
        }
        return byFamily.values().stream().distinct().limit(MOST_EVIDENCE).toList();
    }

    private void addressed(
            ExpressionMatch match,
            NoteMentions mentions,
            Set<SectionKind> where,
            Map<Integer, Evidence> byFamily) {
        int group = table.groupOf(match.owner());
        int family = group == 0 ? -1 - match.owner() : group;
        for (var occurrence : match.clauses().getFirst()) {
            if (occurrence.assertion() == Assertion.PRESENT
                    && where.contains(mentions.sectionOf(occurrence).kind())) {
                byFamily.putIfAbsent(family, mentions.evidence(occurrence));
                return;
            }
        }
    }

    private static MdmElement data(NoteMentions mentions) {
        var named = new ArrayList<>(mentions.concept(Concept.TEST_ORDERED));
        named.addAll(mentions.concept(Concept.RECORDS_REVIEWED));
        named.addAll(mentions.concept(Concept.INDEPENDENT_HISTORIAN));
        var tests = different(named, mentions);
        int categories = tests.size() >= 3 ? 1 : 0;
        var expert = new ArrayList<>(mentions.concept(Concept.INDEPENDENT_INTERPRETATION));
        categories += expert.isEmpty() ? 0 : 1;
        var discussion = mentions.concept(Concept.DISCUSSION);
        categories += discussion.isEmpty() ? 0 : 1;
        expert.addAll(discussion);
        expert.addAll(tests);
        if (categories >= 2) {
            return element(MdmLevel.HIGH, "two categories of extensive data", mentions, expert);
        }
        if (categories == 1) {
            return element(MdmLevel.MODERATE, "one category of moderate data", mentions, expert);
        }
        if (tests.size() == 2) {
            return element(MdmLevel.LOW, "two tests or documents", mentions, tests);
        }
        return element(MdmLevel.STRAIGHTFORWARD, "minimal or no data", mentions, tests);
    }

    /// Each test, order or document counts once, however often it is named.
    private static List<Occurrence> different(List<Occurrence> named, NoteMentions mentions) {
        var names = new HashSet<String>();
        return named.stream()
                .filter(one -> named.stream().noneMatch(other -> isPartOf(one, other)))
                .filter(one -> names.add(name(one, mentions)))
                .toList();
    }

    private static boolean isPartOf(Occurrence part, Occurrence whole) {
        return !whole.span().equals(part.span()) && whole.span().contains(part.span());
    }

    private static String name(Occurrence occurrence, NoteMentions mentions) {
        return mentions.note().slice(occurrence.span()).toLowerCase(Locale.ROOT);
    }

    private static MdmElement risk(NoteMentions mentions, VisitFamily family) {
        var high = new ArrayList<>(narrated(mentions, Concept.ESCALATION_DECISION));
        high.addAll(narrated(mentions, Concept.TOXICITY_MONITORING));
        high.addAll(narrated(mentions, Concept.PARENTERAL_OPIOID));
        if (!high.isEmpty()) {
            return element(MdmLevel.HIGH, "a decision of high risk", mentions, high);
        }
        if (family == VisitFamily.HOSPITAL_INITIAL) {
            return new MdmElement(
                    MdmLevel.HIGH,
                    "a decision about hospital care",
                    List.of(OpeningWords.of(mentions)));
        }
        var drugs =
                KNOWN.contains(family)
                        ? decided(mentions, Concept.PRESCRIPTION_MANAGEMENT)
                        : mentions.concept(Concept.PRESCRIPTION_MANAGEMENT);
        if (!drugs.isEmpty()) {
            return element(MdmLevel.MODERATE, "prescription drug management", mentions, drugs);
        }
        var surgery = narrated(mentions, Concept.SURGERY_DECISION);
        if (!surgery.isEmpty()) {
            return element(MdmLevel.MODERATE, "a decision about surgery", mentions, surgery);
        }
        var limits = mentions.concept(Concept.SOCIAL_LIMITS);
        if (!limits.isEmpty()) {
            return element(
                    MdmLevel.MODERATE,
                    "treatment limited by circumstances of life",
                    mentions,
                    limits);
        }
        return element(
                MdmLevel.LOW,
                "treatment of low risk",
                mentions,
                mentions.concept(Concept.MINOR_TREATMENT));
    }

    private static MdmElement element(
            MdmLevel level, String basis, NoteMentions mentions, List<Occurrence> occurrences) {
        return new MdmElement(level, basis, VisitLeveler.quote(mentions, occurrences));
    }
}
