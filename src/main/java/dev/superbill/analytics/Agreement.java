package dev.superbill.analytics;

import dev.superbill.analytics.JudgedLine.Verdict;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// How often coders bill what was suggested, over signed cases whose suggestions were shown. Cases
/// of a shadow pilot, whose coders saw nothing to agree with, are [Pilot]'s.
///
/// @param signed how many signed cases are counted
/// @param hidden how many signed cases are left out because their suggestions were hidden
/// @param accepted suggested lines billed with the suggested code, units and modifiers
/// @param codeKept suggested lines billed with the suggested code
/// @param unchanged cases billed exactly as suggested: every line as it was, none added
/// @param added lines that a person added
/// @param byDecision by suggest, review and withhold
/// @param byCode by the code suggested
/// @param byRule by the rule that said something of the line; a line of several counts in each
/// @param bySpecialty by the answer's specialty
/// @param byPayer by the answer's payer
/// @param byCoder by who decided the line last
/// @param byReason why lines were changed, rejected and added, every reason, in its own order
public record Agreement(
        int signed,
        int hidden,
        Share accepted,
        Share codeKept,
        Share unchanged,
        int added,
        List<Group> byDecision,
        List<Group> byCode,
        List<Group> byRule,
        List<Group> bySpecialty,
        List<Group> byPayer,
        List<Group> byCoder,
        List<Overrides> byReason) {
    /// Copies.
    public Agreement {
        byDecision = List.copyOf(byDecision);
        byCode = List.copyOf(byCode);
        byRule = List.copyOf(byRule);
        bySpecialty = List.copyOf(bySpecialty);
        byPayer = List.copyOf(byPayer);
        byCoder = List.copyOf(byCoder);
        byReason = List.copyOf(byReason);
    }

    /// The suggested lines of a group.
    ///
    /// @param name what they have in common; empty where it was not told
    /// @param accepted those billed with the suggested code, units and modifiers
    /// @param codeKept those billed with the suggested code
    /// @param changed those billed otherwise than suggested
    /// @param rejected those not billed
    public record Group(String name, Share accepted, Share codeKept, int changed, int rejected) {
        static Group of(String name, List<JudgedLine> lines) {
            int rejected = count(lines, Verdict.REJECTED);
            var accepted = Share.of(lines, JudgedLine::accepted);
            return new Group(
                    name,
                    accepted,
                    Share.of(lines, JudgedLine::codeKept),
                    lines.size() - rejected - accepted.hits(),
                    rejected);
        }

        private static int count(List<JudgedLine> lines, Verdict verdict) {
            return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /// How often a reason was given.
    ///
    /// @param changed for lines changed
    /// @param rejected for lines rejected
    /// @param added for lines added and still on the claim
    public record Overrides(OverrideReason reason, int changed, int rejected, int added) {
        /// All of them.
        public int total() {
            return changed + rejected + added;
        }
    }

    /// Measures cases.
    ///
    /// @param cases in any order; those not signed are left out
    public static Agreement of(List<CodingCase> cases) {
        var all = cases.stream().filter(coding -> coding.status() == CaseStatus.SIGNED).toList();
        var signed =
                all.stream()
                        .filter(coding -> coding.answer().visibility() == Answer.Visibility.SHOWN)
                        .toList();
        var lines = JudgedLine.of(signed);
        var decided = signed.stream().flatMap(coding -> coding.lines().stream()).toList();
        return new Agreement(
                signed.size(),
                all.size() - signed.size(),
                Share.of(lines, JudgedLine::accepted),
                Share.of(lines, JudgedLine::codeKept),
                Share.of(signed, Agreement::unchanged),
                count(decided, CaseLine.State.ADDED),
                groups(lines, line -> line.suggested().decision()),
                groups(lines, line -> line.suggested().code().value()),
                Groups.largestFirst(
                        Groups.bySeveral(
                                lines,
                                line ->
                                        line.suggested().findings().stream()
                                                .map(Answer.Finding::rule)
                                                .toList()),
                        Group::of),
                groups(lines, line -> line.coding().answer().specialty()),
                groups(lines, line -> line.coding().answer().payer()),
                groups(lines, line -> line.line().by()),
                Arrays.stream(OverrideReason.values())
                        .map(reason -> overrides(reason, decided))
                        .toList());
    }

    private static List<Group> groups(List<JudgedLine> lines, Function<JudgedLine, String> name) {
        return Groups.largestFirst(Groups.by(lines, name), Group::of);
    }

    private static boolean unchanged(CodingCase coding) {
        return coding.lines().stream().noneMatch(line -> line.state() == CaseLine.State.ADDED)
                && JudgedLine.of(List.of(coding)).stream().allMatch(JudgedLine::accepted);
    }

    private static Overrides overrides(OverrideReason reason, List<CaseLine> lines) {
        var given = lines.stream().filter(line -> line.reason().contains(reason)).toList();
        return new Overrides(
                reason,
                count(given, CaseLine.State.CHANGED),
                count(given, CaseLine.State.REJECTED),
                count(given, CaseLine.State.ADDED));
    }

    private static int count(List<CaseLine> lines, CaseLine.State state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }
}
