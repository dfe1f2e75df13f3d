package dev.superbill.decision;

import dev.superbill.note.Encounter;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Applies an approved policy to what the router decided: a line that would be suggested may go to
/// review instead, with a finding that names the entry. Never the other way round, and no code is
/// added or dropped.
public final class PolicyGate {
    /// The id of the finding that an entry gives.
    public static final String ID = "policy";

    private final Policy policy;

    /// @param policy approved, or without entries
    /// @throws IllegalArgumentException if it has entries and nobody approved it
    public PolicyGate(Policy policy) {
        if (!policy.entries().isEmpty() && policy.approval() == Policy.Approval.PENDING) {
            throw new IllegalArgumentException("nobody has approved the policy");
        }
        this.policy = policy;
    }

    /// What becomes of a routed draft.
    public Routed apply(Routed routed, Encounter encounter) {
        if (policy.entries().isEmpty()) {
            return routed;
        }
        var payer = encounter.payer().told().orElse("");
        var reasons = new ArrayList<>(routed.routing().reasons());
        var lines = routed.lines().stream().map(line -> apply(line, payer, reasons)).toList();
        boolean stricter = reasons.size() > routed.routing().reasons().size();
        var outcome =
                stricter && routed.routing().outcome() == Routing.Outcome.AUTO
                        ? Routing.Outcome.REVIEW
                        : routed.routing().outcome();
        return new Routed(
                lines,
                routed.diagnoses(),
                routed.rejected(),
                routed.findings(),
                new Routing(outcome, reasons));
    }

    private SuggestedLine apply(SuggestedLine line, String payer, List<String> reasons) {
        return switch (line.decision()) {
            case Decision.Review _, Decision.Withhold _ -> line;
            case Decision.Suggest _ ->
                    entry(line, payer).map(entry -> reviewed(line, entry, reasons)).orElse(line);
        };
    }

    private Optional<Policy.Entry> entry(SuggestedLine line, String payer) {
        return policy.entries().stream().filter(entry -> holds(entry, line, payer)).findFirst();
    }

    private static boolean holds(Policy.Entry entry, SuggestedLine line, String payer) {
        if (!entry.payer().isEmpty() && !entry.payer().equals(payer)) {
            return false;
        }
        var code = line.code().value();
        return switch (entry.action()) {
            case REVIEW -> code.equals(entry.code());
            case RAISE_THRESHOLD ->
                    code.startsWith(entry.code()) && line.confidence() < entry.suggestFrom();
            case LOWER_THRESHOLD, EXAMINE_RULE -> false;
        };
    }

    private SuggestedLine reviewed(SuggestedLine line, Policy.Entry entry, List<String> reasons) {
        var finding =
                new Finding(
                        ID,
                        Severity.WARN,
                        line.line(),
                        line.code().value(),
                        "entry " + entry.id() + " of the policy sends it to review",
                        "policy approved by " + policy.approvedBy() + ", " + policy.approvedOn(),
                        "check the line against what was learnt: " + entry.because());
        reasons.add(line.code().value() + ": " + finding.message());
        var findings = new ArrayList<>(line.findings());
        findings.add(finding);
        return new SuggestedLine(
                line.line(),
                line.code(),
                line.description(),
                line.units(),
                line.modifiers(),
                line.confidence(),
                new Decision.Review(List.of(finding)),
                line.origins(),
                line.evidence(),
                line.diagnosisPointers(),
                line.appendixS(),
                line.alternatives(),
                findings);
    }
}
