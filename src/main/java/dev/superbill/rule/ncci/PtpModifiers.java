package dev.superbill.rule.ncci;

import dev.superbill.note.ClaimType;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The modifiers that may take two lines out of an edit with modifier indicator 1, on either line,
/// and what each of them can mean.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, section E, effective 2026-01-01; CMS change
/// request 11168, effective 2019-07-01, for modifiers on the column 1 code.
final class PtpModifiers {
    /// The modifiers that say that a service was distinct.
    static final Set<String> DISTINCT = Set.of("59", "XE", "XS", "XP", "XU");

    private static final Set<String> OF_VISITS = Set.of("24", "25", "27", "57");
    private static final Set<String> OF_PROCEDURES = Set.of("58", "78", "79");
    private static final String REPEATED_TEST = "91";

    private PtpModifiers() {}

    /// Whether modifiers or sites set two lines of a claim apart.
    static boolean setApart(ClaimLine one, ClaimLine other, Claim claim) {
        return bypass(
                        EditedLine.of(one, claim.state()),
                        EditedLine.of(other, claim.state()),
                        claim.encounter().claimType())
                instanceof Bypass.Shown;
    }

    /// What the modifiers of two lines do to an edit between them: the best that any of them does.
    static Bypass bypass(EditedLine one, EditedLine other, ClaimType claimType) {
        var judged = new ArrayList<Bypass>();
        judged.add(sites(one, other));
        new TreeSet<>(one.modifiers())
                .forEach(modifier -> judged.add(judge(modifier, one, other, claimType)));
        new TreeSet<>(other.modifiers())
                .forEach(modifier -> judged.add(judge(modifier, other, one, claimType)));
        Bypass best = new Bypass.Missing();
        for (var next : judged) {
            if (weight(next) > weight(best)) {
                best = next;
            }
        }
        return best;
    }

    /// The modifiers of two lines that NCCI does not take for this, in order.
    static List<String> idle(EditedLine one, EditedLine other) {
        var idle = new TreeSet<String>();
        idle.addAll(one.modifiers());
        idle.addAll(other.modifiers());
        idle.removeAll(Sites.MODIFIERS);
        idle.removeAll(DISTINCT);
        idle.removeAll(OF_VISITS);
        idle.removeAll(OF_PROCEDURES);
        idle.remove(REPEATED_TEST);
        return List.copyOf(idle);
    }

    private static int weight(Bypass bypass) {
        return switch (bypass) {
            case Bypass.Missing _ -> 0;
            case Bypass.Contradicted _ -> 1;
            case Bypass.Unshown _ -> 2;
            case Bypass.Shown _ -> 3;
        };
    }

    /// A site says nothing of a visit, which is of the whole patient.
    private static Bypass sites(EditedLine one, EditedLine other) {
        if (one.visit() || other.visit()) {
            return new Bypass.Missing();
        }
        var named = new TreeSet<>(one.sites());
        named.addAll(other.sites());
        var printed = String.join(", ", named);
        return switch (Sites.relation(one.sites(), other.sites())) {
            case APART -> new Bypass.Shown(printed);
            case SAME -> new Bypass.Contradicted(printed, "both lines name the same site");
            case OVERLAPPING -> new Bypass.Unshown(printed, "the sites named may be one");
            case UNTOLD ->
                    named.isEmpty()
                            ? new Bypass.Missing()
                            : new Bypass.Unshown(printed, "the other line names no site");
        };
    }

    private static Bypass judge(
            String modifier, EditedLine on, EditedLine other, ClaimType claimType) {
        if (OF_VISITS.contains(modifier)) {
            return ofVisit(modifier, on, other, claimType);
        }
        if (OF_PROCEDURES.contains(modifier)) {
            return on.visit()
                    ? new Bypass.Contradicted(modifier, "it goes on a procedure, not on a visit")
                    : new Bypass.Shown(modifier);
        }
        if (modifier.equals(REPEATED_TEST)) {
            return on.laboratory()
                    ? new Bypass.Shown(modifier)
                    : new Bypass.Contradicted(modifier, "it goes on a repeated laboratory test");
        }
        if (!DISTINCT.contains(modifier)) {
            return new Bypass.Missing();
        }
        if (on.visit()) {
            return new Bypass.Contradicted(modifier, "it never goes on a visit");
        }
        return other.visit()
                ? new Bypass.Unshown(modifier, "a visit is set apart by a modifier of its own")
                : new Bypass.Shown(modifier);
    }

    private static Bypass ofVisit(
            String modifier, EditedLine on, EditedLine other, ClaimType claimType) {
        if (!on.visit()) {
            return new Bypass.Contradicted(modifier, "it goes on a visit, not on a procedure");
        }
        return switch (modifier) {
            case "57" ->
                    other.major() || other.globalDays().isEmpty()
                            ? new Bypass.Shown(modifier)
                            : new Bypass.Contradicted(
                                    modifier, "it goes with a procedure of 90 global days");
            case "27" ->
                    claimType == ClaimType.FACILITY && other.visit()
                            ? new Bypass.Shown(modifier)
                            : new Bypass.Contradicted(
                                    modifier, "it goes on further visits to a hospital outpatient");
            default -> new Bypass.Shown(modifier);
        };
    }
}
