package dev.superbill.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What was learnt from decisions and denials, for a person to approve: entries that make routing
/// stricter, and hints that change nothing.
///
/// @param schema the version of this form, [#SCHEMA]
/// @param made what it was made from
/// @param approvedBy who approved it; empty where nobody has
/// @param approvedOn on which date, such as `2026-06-15`; empty where nobody has
/// @param entries each with the figures that speak for it
public record Policy(
        int schema, Made made, String approvedBy, String approvedOn, List<Entry> entries) {
    /// The version of this form.
    public static final int SCHEMA = 1;

    /// A policy without an entry, which nobody need approve.
    public static final Policy NONE = new Policy(SCHEMA, new Made(0, 0, 0, 0), "", "", List.of());

    /// Checks and copies.
    public Policy {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("the policy is of another schema");
        }
        if (approvedBy.isBlank() != approvedOn.isBlank()) {
            throw new IllegalArgumentException("an approval has a name and a date");
        }
        if (!approvedOn.isBlank()) {
            requireDate(approvedOn);
        }
        entries = List.copyOf(entries);
    }

    private static void requireDate(String text) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an approval's date is one such as 2026-06-15", e);
        }
    }

    /// Whether a person has approved it.
    public Approval approval() {
        return approvedBy.isBlank() ? Approval.PENDING : Approval.GIVEN;
    }

    /// Whether a person has approved it.
    public enum Approval {
        GIVEN,
        PENDING
    }

    /// What a policy was made from.
    ///
    /// @param firstSequence the place of the first record of the trail; 0 where there was none
    /// @param lastSequence the place of the last
    /// @param signedCases signed cases
    /// @param lines their suggested lines
    public record Made(long firstSequence, long lastSequence, int signedCases, int lines) {}

    /// What an entry does.
    public enum Action {
        /// Lines of the code and payer go to review.
        REVIEW,
        /// Lines of the code family below a confidence go to review.
        RAISE_THRESHOLD,
        /// A hint that the threshold for the code family may be too high. It changes nothing: the
        /// thresholds are fitted, and a policy never makes routing looser.
        LOWER_THRESHOLD,
        /// A hint that a rule is often overridden. It changes nothing: a rule is never silenced.
        EXAMINE_RULE;

        /// The name that the interface uses.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One proposal.
    ///
    /// @param id names it within the policy
    /// @param code a code, or the first characters of a family's; empty for a rule
    /// @param payer the payer; empty for any
    /// @param rule the id of a rule; empty for a code
    /// @param suggestFrom the confidence from which lines are suggested, 0 to 1; 0 where the entry
    ///   sets none
    /// @param evidence the figures
    /// @param because what they say, a sentence
    public record Entry(
            String id,
            Action action,
            String code,
            String payer,
            String rule,
            double suggestFrom,
            Evidence evidence,
            String because) {
        /// Checks.
        public Entry {
            if (suggestFrom < 0 || suggestFrom > 1) {
                throw new IllegalArgumentException("a confidence is 0 to 1");
            }
            boolean aboutCode = action == Action.REVIEW || action == Action.RAISE_THRESHOLD;
            if (aboutCode && code.isBlank()) {
                throw new IllegalArgumentException("the entry names no code");
            }
        }
    }

    /// The figures of an entry.
    ///
    /// @param of what was counted, such as `accepted` or `denied`
    /// @param hits how many
    /// @param observations of how many
    /// @param low 2.5 % of the posterior lie below
    /// @param high 2.5 % of the posterior lie above
    public record Evidence(String of, int hits, int observations, double low, double high) {}
}
