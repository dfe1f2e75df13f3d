package dev.superbill.rule.coverage;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.PayerPolicy;
import dev.superbill.codeset.PolicyMatch;
import dev.superbill.note.Fact;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the payer's policy on the date of service says of a code; of several the weightiest.
///
/// Covered is worth knowing, with what the payer wants documented; anything else goes to a person.
/// It blocks only where the payer is named, the operator loaded that payer's own policy, and the
/// policy refuses the code; a source that calls itself unconfirmed never does. Where nobody told
/// the payer, what ships with the program about every payer is worth knowing in a draft.
///
/// Source: the policy itself, with its dates; shipped policies as of 2026-11-21.
public final class PayerPolicyEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "payer-policy";

    private static final String UNCONFIRMED = "unconfirmed";

    private final CodeSets codeSets;

    /// @param codeSets the code sets with the policies
    public PayerPolicyEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream()
                .flatMap(line ->
                        codeSets
                                .policies(
                                        line.entry().code(),
                                        claim.encounter().payer(),
                                        claim.encounter().serviceDate())
                                .stream()
                                .limit(1)
                                .map(match -> finding(line, match, claim)))
                .toList();
    }

    private static Finding finding(ClaimLine line, PolicyMatch match, Claim claim) {
        var policy = match.policy();
        return Finding.on(
                line,
                ID,
                severity(match, claim),
                message(line, policy),
                policy.source() + "; " + match.release().edition(),
                remedy(policy));
    }

    private static Severity severity(PolicyMatch match, Claim claim) {
        var policy = match.policy();
        boolean loaded = match.origin() == PolicyMatch.Origin.LOADED;
        return switch (policy.stance()) {
            case COVERED -> Severity.INFO;
            case PRIOR_AUTHORIZATION -> warn(loaded, claim);
            case INVESTIGATIONAL, NOT_COVERED -> {
                boolean own =
                        loaded
                                && !policy.payer().equals(PayerPolicy.EVERY)
                                && !policy.source().toLowerCase(Locale.ROOT).contains(UNCONFIRMED);
                yield own ? Severity.BLOCK : warn(loaded, claim);
            }
        };
    }

    private static Severity warn(boolean loaded, Claim claim) {
        boolean told = claim.encounter().payer() instanceof Fact.Known<String>;
        return loaded || told || claim.state() == Claim.State.CHOSEN
                ? Severity.WARN
                : Severity.INFO;
    }

    private static String message(ClaimLine line, PayerPolicy policy) {
        var who = policy.payer().equals(PayerPolicy.EVERY) ? "payers" : policy.payer();
        return switch (policy.stance()) {
            case COVERED -> who + " covers " + line.code() + " where it is documented";
            case PRIOR_AUTHORIZATION ->
                    who + " decides on " + line.code() + " case by case: ask before the service";
            case INVESTIGATIONAL -> who + " may take " + line.code() + " for investigational";
            case NOT_COVERED -> who + " does not cover " + line.code();
        };
    }

    private static String remedy(PayerPolicy policy) {
        var documents = String.join("; ", policy.documentation());
        var wanted =
                documents.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of("document: " + documents);
        var step =
                switch (policy.stance()) {
                    case COVERED -> Optional.<String>empty();
                    case PRIOR_AUTHORIZATION -> Optional.of("obtain the payer's authorization");
                    case INVESTIGATIONAL, NOT_COVERED ->
                            Optional.of(
                                    "find the policy that names the code, or tell the patient the cost");
                };
        return String.join(". ", Stream.concat(step.stream(), wanted.stream()).toList());
    }
}
