package dev.superbill.evaluation;

import dev.superbill.analytics.Share;
import dev.superbill.evaluation.JudgedNote.Scored;
import dev.superbill.evaluation.Marking.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is answered if only lines from a confidence on are.
///
/// @param confidence the least confidence
/// @param codes how many right and wrong codes there are
/// @param precision the share of them that is right
/// @param coverage the share of all due codes that they are
public record CurvePoint(double confidence, int codes, double precision, double coverage) {

    /// The points of all notes, a point a confidence, the highest first. A code counts once a note,
    /// with its highest confidence; one that is merely allowed is neither right nor wrong.
    public static List<CurvePoint> of(List<JudgedNote> notes) {
        var lines = new ArrayList<Scored>();
        int due = 0;
        for (var note : notes) {
            due += note.procedures().must().size();
            lines.addAll(once(note.scored()));
        }
        lines.removeIf(line -> line.mark() == Mark.ALLOWED);
        lines.sort(Comparator.comparingDouble(Scored::confidence).reversed());
        var points = new ArrayList<CurvePoint>();
        int right = 0;
        for (int i = 0; i < lines.size(); i++) {
            right += lines.get(i).mark() == Mark.RIGHT ? 1 : 0;
            double confidence = lines.get(i).confidence();
            if (i + 1 == lines.size() || lines.get(i + 1).confidence() < confidence) {
                points.add(
                        new CurvePoint(
                                confidence, i + 1, Share.of(right, i + 1), Share.of(right, due)));
            }
        }
        return List.copyOf(points);
    }

    private static List<Scored> once(List<Scored> lines) {
        Map<String, Scored> best = new HashMap<>();
        for (var line : lines) {
            best.merge(
                    line.code(),
                    line,
                    (one, other) -> other.confidence() > one.confidence() ? other : one);
        }
        return List.copyOf(best.values());
    }
}
