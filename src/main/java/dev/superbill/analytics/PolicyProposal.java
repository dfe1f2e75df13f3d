package dev.superbill.analytics;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.decision.Policy;
import dev.superbill.decision.Policy.Action;
import dev.superbill.decision.Policy.Entry;
import dev.superbill.decision.Policy.Evidence;
import dev.superbill.decision.Router;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Proposes a policy from what coders billed and payers denied. Nothing takes effect until a person
/// approves it.
///
/// A share is believed by a Beta distribution: the share of all lines counts as four observations
/// (so that a code with few lines is believed to be like the others), what was counted adds to it,
/// and the bounds leave 2.5 % on either side. An entry needs 20 observations as well: with fewer,
/// the bounds are wider than the distance between what is good (95 %) and what is bad (80 %), so
/// that chance would decide.
///
/// - A code and payer go to review where what was suggested is surely accepted less than 8 times in
///   10, or what was billed is surely denied more than 1 time in 10.
/// - A code family's threshold rises where what was suggested is surely accepted less than 9 times
///   in 10, to the least confidence from which the lower bound is 9 in 10, or to 1.
/// - It may be too high where lines reviewed for their confidence alone are surely accepted more
///   than 95 times in 100: a hint.
/// - A rule is to be examined where lines that it warned of or blocked are surely billed as
///   suggested more than 8 times in 10: a hint.
///
/// Only shown suggestions count: an acceptance that nobody gave teaches nothing of acceptance.
/// Where the payer was not told, nothing is proposed of code and payer: an entry without a payer is
/// for all of them. A family is the first three characters of a CPT or HCPCS code.
public final class PolicyProposal {
    private static final int LEAST = 20;
    private static final double PRIOR = 4;
    private static final double POOR = 0.8;
    private static final double DENIED = 0.1;
    private static final double GOOD = 0.9;
    private static final double EXCELLENT = 0.95;
    private static final double OVERRIDDEN = 0.8;
    private static final int FAMILY = 3;
    private static final int STEPS = 20;

    private PolicyProposal() {}

    /// Proposes.
    ///
    /// @param cases in any order
    /// @param firstSequence the place of the trail's first record behind them
    /// @param lastSequence the place of the last
    public static Policy of(List<CodingCase> cases, long firstSequence, long lastSequence) {
        var shown =
                cases.stream()
                        .filter(coding -> coding.answer().visibility() == Answer.Visibility.SHOWN)
                        .filter(coding -> coding.status() == CaseStatus.SIGNED)
                        .toList();
        var lines = JudgedLine.of(shown);
        var entries = new ArrayList<Entry>();
        addAccepted(lines, entries);
        addDenied(shown, entries);
        addThresholds(lines, entries);
        addRules(lines, entries);
        return new Policy(
                Policy.SCHEMA,
                new Policy.Made(firstSequence, lastSequence, shown.size(), lines.size()),
                "",
                "",
                entries.stream()
                        .sorted(Comparator.comparing(Entry::action).thenComparing(Entry::id))
                        .toList());
    }

    /// What is believed of a share, all lines' share standing in where little was seen.
    private static Evidence evidence(String of, Share share, Share all) {
        double prior = all.of() == 0 ? 0.5 : (all.hits() + 0.5) / (all.of() + 1);
        var believed =
                new Beta(
                        PRIOR * prior + share.hits(),
                        PRIOR * (1 - prior) + share.of() - share.hits());
        return new Evidence(of, share.hits(), share.of(), believed.low(), believed.high());
    }

    private static boolean procedure(Code code) {
        return code.system() != CodeSystem.ICD_10_CM;
    }

    private static List<JudgedLine> decided(List<JudgedLine> lines, String decision) {
        return lines.stream()
                .filter(line -> procedure(line.suggested().code()))
                .filter(line -> line.suggested().decision().equals(decision))
                .toList();
    }

    private static void addAccepted(List<JudgedLine> all, List<Entry> entries) {
        var lines = decided(all, "suggest");
        var overall = Share.of(lines, JudgedLine::accepted);
        Groups.by(
                        lines.stream()
                                .filter(line -> !line.coding().answer().payer().isEmpty())
                                .toList(),
                        line ->
                                line.suggested().code().value()
                                        + ' '
                                        + line.coding().answer().payer())
                .values()
                .forEach(group -> {
                    var share = Share.of(group, JudgedLine::accepted);
                    var evidence = evidence("accepted", share, overall);
                    if (share.of() >= LEAST && evidence.high() < POOR) {
                        var first = group.getFirst();
                        entries.add(
                                review(
                                        "accepted",
                                        first.suggested().code().value(),
                                        first.coding().answer().payer(),
                                        evidence,
                                        "coders billed "
                                                + counts(share)
                                                + " of its suggested lines as they were"));
                    }
                });
    }

    private record Billed(String code, String payer, Outcome outcome) {
        enum Outcome {
            DENIED,
            STOOD
        }

        boolean denied() {
            return outcome == Outcome.DENIED;
        }
    }

    private static void addDenied(List<CodingCase> signed, List<Entry> entries) {
        var billed = new ArrayList<Billed>();
        for (var coding : signed) {
            for (var line : coding.billed()) {
                var code = line.chosen().code();
                if (procedure(code) && !coding.answer().payer().isEmpty()) {
                    billed.add(
                            new Billed(
                                    code.value(),
                                    coding.answer().payer(),
                                    denied(coding, code)
                                            ? Billed.Outcome.DENIED
                                            : Billed.Outcome.STOOD));
                }
            }
        }
        var overall = Share.of(billed, Billed::denied);
        Groups.by(billed, line -> line.code() + ' ' + line.payer())
                .values()
                .forEach(group -> {
                    var share = Share.of(group, Billed::denied);
                    var evidence = evidence("denied", share, overall);
                    if (share.of() >= LEAST && evidence.low() > DENIED) {
                        entries.add(
                                review(
                                        "denied",
                                        group.getFirst().code(),
                                        group.getFirst().payer(),
                                        evidence,
                                        "the payer denied "
                                                + counts(share)
                                                + " of its billed lines for their coding"));
                    }
                });
    }

    /// Denied for its coding: a review cannot prevent a deductible.
    private static boolean denied(CodingCase coding, Code code) {
        return coding.denials().stream()
                .filter(denial -> denial.lines().isEmpty() || denial.lines().contains(code))
                .anyMatch(denial ->
                        AdjustmentCodes.reason(denial.carc())
                                .filter(reason -> reason.kind() == AdjustmentCodes.Kind.CODING)
                                .isPresent());
    }

    private static Entry review(
            String kind, String code, String payer, Evidence evidence, String because) {
        return new Entry(
                "review-" + kind + '-' + code + (payer.isEmpty() ? "" : '-' + payer),
                Action.REVIEW,
                code,
                payer,
                "",
                0,
                evidence,
                because);
    }

    private static void addThresholds(List<JudgedLine> all, List<Entry> entries) {
        var suggested = decided(all, "suggest");
        var overall = Share.of(suggested, JudgedLine::accepted);
        Groups.by(suggested, PolicyProposal::family)
                .forEach((family, lines) -> addRaised(family, lines, overall, entries));
        var reviewed =
                decided(all, "review").stream()
                        .filter(line ->
                                line.suggested().findings().stream()
                                        .filter(finding -> !finding.severity().equals("info"))
                                        .map(Answer.Finding::rule)
                                        .distinct()
                                        .toList()
                                        .equals(List.of(Router.CONFIDENCE)))
                        .toList();
        var overallReviewed = Share.of(reviewed, JudgedLine::accepted);
        Groups.by(reviewed, PolicyProposal::family)
                .forEach((family, lines) -> addLowered(family, lines, overallReviewed, entries));
    }

    private static String family(JudgedLine line) {
        return line.suggested().code().value().substring(0, FAMILY);
    }

    private static void addRaised(
            String family, List<JudgedLine> lines, Share overall, List<Entry> entries) {
        var share = Share.of(lines, JudgedLine::accepted);
        var evidence = evidence("accepted", share, overall);
        if (share.of() < LEAST || evidence.high() >= GOOD) {
            return;
        }
        double from = 1;
        for (int step = STEPS - 1; step > 0; step--) {
            double least = (double) step / STEPS;
            var above =
                    Share.of(
                            lines.stream()
                                    .filter(line -> line.suggested().confidence() >= least)
                                    .toList(),
                            JudgedLine::accepted);
            if (above.of() >= LEAST && evidence("accepted", above, overall).low() >= GOOD) {
                from = least;
            }
        }
        entries.add(
                new Entry(
                        "raise-" + family,
                        Action.RAISE_THRESHOLD,
                        family,
                        "",
                        "",
                        from,
                        evidence,
                        "coders billed "
                                + counts(share)
                                + " of the family's suggested lines as they were"
                                + (from < 1
                                        ? String.format(
                                                Locale.ROOT,
                                                ", and from %.2f on 9 of 10 or more",
                                                from)
                                        : "")));
    }

    private static void addLowered(
            String family, List<JudgedLine> lines, Share overall, List<Entry> entries) {
        var share = Share.of(lines, JudgedLine::accepted);
        var evidence = evidence("accepted", share, overall);
        if (share.of() >= LEAST && evidence.low() > EXCELLENT) {
            entries.add(
                    new Entry(
                            "lower-" + family,
                            Action.LOWER_THRESHOLD,
                            family,
                            "",
                            "",
                            0,
                            evidence,
                            "coders billed "
                                    + counts(share)
                                    + " of the lines reviewed for their confidence alone as they"
                                    + " were"));
        }
    }

    private static void addRules(List<JudgedLine> lines, List<Entry> entries) {
        var warned = lines.stream().filter(line -> !objecting(line).isEmpty()).toList();
        var overall = Share.of(warned, JudgedLine::accepted);
        Groups.bySeveral(warned, PolicyProposal::objecting)
                .forEach((rule, group) -> {
                    var share = Share.of(group, JudgedLine::accepted);
                    var evidence = evidence("overridden", share, overall);
                    if (share.of() >= LEAST && evidence.low() > OVERRIDDEN) {
                        entries.add(
                                new Entry(
                                        "examine-" + rule,
                                        Action.EXAMINE_RULE,
                                        "",
                                        "",
                                        rule,
                                        0,
                                        evidence,
                                        "coders billed "
                                                + counts(share)
                                                + " of the lines it spoke of as they were"));
                    }
                });
    }

    private static List<String> objecting(JudgedLine line) {
        return line.suggested().findings().stream()
                .filter(finding -> !finding.severity().equals("info"))
                .map(Answer.Finding::rule)
                .distinct()
                .toList();
    }

    private static String counts(Share share) {
        return share.hits() + " of " + share.of();
    }
}
