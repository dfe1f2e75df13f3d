package dev.superbill.codeset;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What a payer says of codes between two dates.
///
/// @param payer the payer's short name in lower case; `*` for every payer
/// @param codes codes, or their beginnings followed by `*`
/// @param stance whether the payer pays
/// @param documentation what the payer wants documented, in words; may be empty
/// @param source the policy and its date
/// @param from the first service date
/// @param to the last service date
public record PayerPolicy(
        String payer,
        List<String> codes,
        Stance stance,
        List<String> documentation,
        String source,
        LocalDate from,
        LocalDate to) {
    /// Whether a payer pays.
    public enum Stance {
        COVERED,
        PRIOR_AUTHORIZATION,
        INVESTIGATIONAL,
        NOT_COVERED;

        /// The name that policy files use.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Checks and copies.
    public PayerPolicy {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the policy ends before it begins");
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("the policy names no code");
        }
        codes = List.copyOf(codes);
        documentation = List.copyOf(documentation);
    }
}
