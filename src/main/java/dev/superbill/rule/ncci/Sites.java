package dev.superbill.rule.ncci;

import dev.superbill.mention.Laterality;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.util.HashSet;
import java.util.Set;

/// The sides, eyelids, digits and coronary arteries that anatomic modifiers name.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section E, effective 2026-01-01.
final class Sites {
    /// Every anatomic modifier.
    static final Set<String> MODIFIERS =
            Set.of(
                    "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8",
                    "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT",
                    "LC", "LD", "RC", "LM", "RI");

    private static final String LEFT = "LT";
    private static final String RIGHT = "RT";
    private static final String BOTH = "50";
    private static final Set<String> ON_THE_LEFT =
            Set.of(LEFT, "E1", "E2", "FA", "F1", "F2", "F3", "F4", "TA", "T1", "T2", "T3", "T4");
    private static final Set<String> ON_THE_RIGHT =
            Set.of(RIGHT, "E3", "E4", "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9");

    /// How the sites of two lines stand to each other.
    enum Relation {
        /// One of them names none.
        UNTOLD,
        SAME,
        OVERLAPPING,
        APART
    }

    private Sites() {}

    /// The sites among modifiers; `50` is both sides.
    static Set<String> among(Set<String> modifiers) {
        var sites = new HashSet<String>();
        for (var modifier : modifiers) {
            if (MODIFIERS.contains(modifier)) {
                sites.add(modifier);
            }
        }
        if (modifiers.contains(BOTH)) {
            sites.add(LEFT);
            sites.add(RIGHT);
        }
        return Set.copyOf(sites);
    }

    /// The sides that the words of a note name.
    static Set<String> told(Laterality laterality) {
        return switch (laterality) {
            case NONE -> Set.of();
            case LEFT -> Set.of(LEFT);
            case RIGHT -> Set.of(RIGHT);
            case BILATERAL -> Set.of(LEFT, RIGHT);
        };
    }

    /// The sites of a line: those of its modifiers, and in a draft those that the note names.
    static Set<String> of(ClaimLine line, Claim.State state) {
        var named = among(line.modifierCodes());
        return named.isEmpty() && state == Claim.State.DRAFT ? told(line.laterality()) : named;
    }

    /// How the sites of two lines stand to each other.
    static Relation relation(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Relation.UNTOLD;
        }
        if (one.equals(other)) {
            return Relation.SAME;
        }
        for (var a : one) {
            for (var b : other) {
                if (!apart(a, b)) {
                    return Relation.OVERLAPPING;
                }
            }
        }
        return Relation.APART;
    }

    private static boolean apart(String one, String other) {
        if (sides(one, other) || sides(other, one)) {
            return true;
        }
        return !one.equals(other) && !side(one) && !side(other);
    }

    private static boolean sides(String left, String right) {
        return ON_THE_LEFT.contains(left) && ON_THE_RIGHT.contains(right);
    }

    private static boolean side(String site) {
        return site.equals(LEFT) || site.equals(RIGHT);
    }
}
