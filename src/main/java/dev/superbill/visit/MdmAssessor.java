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
import dev.superbill.section.SectionKind;
import java.util.ArrayList;
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
    private static final int MOST_EVIDENCE = 3;

    private final CodeTable table;

    MdmAssessor(CodeTable table) {
        this.table = table;
    }

    Mdm assess(NoteMentions mentions, VisitFamily family) {
        return new Mdm(problems(mentions, family), data(mentions), risk(mentions, family));
    }

    private MdmElement problems(NoteMentions mentions, VisitFamily family) {
        var threat = mentions.concept(Concept.LIFE_THREAT);
        if (!threat.isEmpty()) {
            return element(
                    MdmLevel.HIGH,
                    "a problem that threatens life or bodily function",
                    mentions,
                    threat);
        }
        var addressed = addressed(mentions, ADDRESSED);
        if (addressed.isEmpty()) {
            addressed = addressed(mentions, TOLD);
        }
        var unstable = mentions.concept(Concept.UNSTABLE_PROBLEM);
        if (!unstable.isEmpty()) {
            return family == VisitFamily.HOSPITAL_INITIAL
                    ? element(
                            MdmLevel.HIGH,
                            "a worsening problem that needs hospital care",
                            mentions,
                            unstable)
                    : element(
                            MdmLevel.MODERATE,
                            "a problem that is worsening or not at goal",
                            mentions,
                            unstable);
        }
        if (addressed.size() >= 2) {
            return new MdmElement(MdmLevel.MODERATE, "two or more problems addressed", addressed);
        }
        if (addressed.size() == 1) {
            return new MdmElement(MdmLevel.LOW, "one problem addressed", addressed);
        }
        return new MdmElement(
                MdmLevel.STRAIGHTFORWARD, "no problem addressed was recognised", List.of());
    }

    /// One quote for each different diagnosis that the assessment or the plan asserts, by sibling
    /// family.
    private List<Evidence> addressed(NoteMentions mentions, Set<SectionKind> where) {
        var byFamily = new TreeMap<Integer, Evidence>();
        for (var match : mentions.matches()) {
            if (match.role() == Role.SAYS
                    && table.code(match.owner()).system() == CodeSystem.ICD_10_CM) {
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
        var high = new ArrayList<>(mentions.concept(Concept.ESCALATION_DECISION));
        high.addAll(mentions.concept(Concept.TOXICITY_MONITORING));
        if (!high.isEmpty()) {
            return element(MdmLevel.HIGH, "a decision of high risk", mentions, high);
        }
        if (family == VisitFamily.HOSPITAL_INITIAL) {
            return new MdmElement(
                    MdmLevel.HIGH,
                    "a decision about hospital care",
                    List.of(OpeningWords.of(mentions)));
        }
        var drugs = mentions.concept(Concept.PRESCRIPTION_MANAGEMENT);
        if (!drugs.isEmpty()) {
            return element(MdmLevel.MODERATE, "prescription drug management", mentions, drugs);
        }
        var surgery = mentions.concept(Concept.SURGERY_DECISION);
        if (!surgery.isEmpty()) {
            return element(MdmLevel.MODERATE, "a decision about surgery", mentions, surgery);
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
