package dev.superbill.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Tells what the author asserts of each phrase of a sentence, by the cues around it.
///
/// A forward cue reaches [#REACH] content words on, a backward cue as far back, neither past a
/// terminator. Where several reach, the strongest wins: family, then absent, hypothetical, planned,
/// historical, possible.
///
/// Source: ConText, Harkema et al., J Biomed Inform 42 (2009), 839.
final class AssertionTagger {
    private static final int REACH = 12;
    private static final List<Assertion> STRENGTH =
            List.of(
                    Assertion.PRESENT,
                    Assertion.POSSIBLE,
                    Assertion.HISTORICAL,
                    Assertion.PLANNED,
                    Assertion.HYPOTHETICAL,
                    Assertion.ABSENT,
                    Assertion.FAMILY);
    private static final int[] RANKS = ranks();
    private static final Cue[] CUES = Cue.values();

    private final Lexicon lexicon;

    AssertionTagger(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private record Trigger(Cue cue, MentionFinder.Hit hit) {
        /// Whether a cue that is read earlier hides another: it overlaps it, and is not the same
        /// phrase.
        boolean shadows(Trigger other) {
            return !hit.equals(other.hit) && overlaps(hit, other.hit);
        }
    }

    /// The assertion of each hit of one sentence.
    Assertion[] tag(List<MentionFinder.Hit> hits) {
        var assertions = new Assertion[hits.size()];
        Arrays.fill(assertions, Assertion.PRESENT);
        var triggers = triggers(hits);
        if (triggers.isEmpty()) {
            return assertions;
        }
        for (int i = 0; i < assertions.length; i++) {
            for (var trigger : triggers) {
                if (reaches(trigger, hits.get(i), triggers)) {
                    assertions[i] = stronger(assertions[i], trigger.cue.assertion());
                }
            }
        }
        return assertions;
    }

    /// The cues of a sentence, without those that lie inside a longer cue.
    private List<Trigger> triggers(List<MentionFinder.Hit> hits) {
        var found = new ArrayList<Trigger>();
        for (var hit : hits) {
            for (int cues = lexicon.cue(hit.phrase()); cues != 0; cues &= cues - 1) {
                found.add(new Trigger(CUES[Integer.numberOfTrailingZeros(cues)], hit));
            }
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparingInt(trigger -> trigger.hit.from() - trigger.hit.to()));
        var kept = new ArrayList<Trigger>();
        for (var trigger : found) {
            if (!shadowed(trigger, kept)) {
                kept.add(trigger);
            }
        }
        return kept;
    }

    private static boolean shadowed(Trigger trigger, List<Trigger> longer) {
        for (var other : longer) {
            if (other.shadows(trigger)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(MentionFinder.Hit a, MentionFinder.Hit b) {
        return a.from() < b.to() && b.from() < a.to();
    }

    private static boolean reaches(Trigger trigger, MentionFinder.Hit hit, List<Trigger> triggers) {
        if (overlaps(trigger.hit, hit)) {
            return false;
        }
        boolean behind = trigger.hit.to() <= hit.from();
        if (behind ? !trigger.cue.forward() : !trigger.cue.backward()) {
            return false;
        }
        int from = behind ? trigger.hit.to() : hit.to();
        int to = behind ? hit.from() : trigger.hit.from();
        if (to - from > REACH) {
            return false;
        }
        for (var other : triggers) {
            if (other.cue == Cue.TERMINATOR && from <= other.hit.from() && other.hit.to() <= to) {
                return false;
            }
        }
        return true;
    }

    static Assertion stronger(Assertion a, Assertion b) {
        return RANKS[a.ordinal()] >= RANKS[b.ordinal()] ? a : b;
    }

    private static int[] ranks() {
        var ranks = new int[STRENGTH.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[STRENGTH.get(rank).ordinal()] = rank;
        }
        return ranks;
    }
}
