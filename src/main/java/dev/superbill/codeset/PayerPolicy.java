package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What a payer says of codes between two dates.
///
/// @param payer the payer's short name in lower case; `*` for every payer
/// @param codes codes, any part of which `*` may stand for: `0*T`, `07*`
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
    /// The payer of a policy that holds for all.
    public static final String EVERY = "*";

    private static final char ANY = '*';

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

    /// Whether the policy speaks of a code on a date.
    public boolean speaksOf(Code code, LocalDate serviceDate) {
        return !serviceDate.isBefore(from) && !serviceDate.isAfter(to) && closeness(code) > 0;
    }

    /// Whether the policy is the payer's, or holds for every payer.
    public boolean binds(Fact<String> told) {
        return payer.equals(EVERY) || told.told().filter(payer::equals).isPresent();
    }

    /// How many characters of the code the policy spells out at most; 0 where it does not speak of
    /// it.
    int closeness(Code code) {
        int closest = 0;
        for (var pattern : codes) {
            if (pattern.length() > closest && matches(pattern, code.value())) {
                closest = pattern.length();
            }
        }
        return closest;
    }

    private static boolean matches(String pattern, String code) {
        int star = pattern.indexOf(ANY);
        if (star < 0) {
            return pattern.equals(code);
        }
        int after = pattern.length() - star - 1;
        return code.length() >= star + after
                && code.regionMatches(0, pattern, 0, star)
                && code.regionMatches(code.length() - after, pattern, star + 1, after);
    }
}
