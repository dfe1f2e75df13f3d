package dev.superbill.mention;

import java.util.List;

/// A word of side, by the place of the content word that follows it.
record SideWord(int before, Laterality side) {
    private static final int REACH_BACK = 4;
    private static final int REACH_ON = 6;

    /// The side named nearest to a phrase in its sentence.
    static Laterality nearest(List<SideWord> sides, MentionFinder.Hit hit) {
        var nearest = Laterality.NONE;
        int best = Integer.MAX_VALUE;
        for (var word : sides) {
            int distance = word.distance(hit);
            if (distance < best) {
                best = distance;
                nearest = word.side;
            }
        }
        return nearest;
    }

    private int distance(MentionFinder.Hit hit) {
        if (before < hit.from()) {
            int back = hit.from() - before;
            return back <= REACH_BACK ? back : Integer.MAX_VALUE;
        }
        if (before >= hit.to()) {
            int on = before - hit.to() + 1;
            return on <= REACH_ON ? on : Integer.MAX_VALUE;
        }
        return 0;
    }
}
