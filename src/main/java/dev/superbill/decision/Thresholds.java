package dev.superbill.decision;

import java.util.List;

/// From which confidence on a code is kept, and from which it is suggested. Chosen on training
/// folds, never by hand.
///
/// @param keepLine from here on a procedure is a line
/// @param suggestLine from here on a line needs no review for its confidence
/// @param keepDiagnosis from here on a diagnosis is kept
/// @param suggestDiagnosis from here on a diagnosis needs no review for its confidence
/// @param keepLone from here on the best procedure of a note that reports a service is a line
///   although none reaches `keepLine`
/// @param auto from which chance of being wholly right on a claim needs no review
public record Thresholds(
        double keepLine,
        double suggestLine,
        double keepDiagnosis,
        double suggestDiagnosis,
        double keepLone,
        double auto) {
    /// Checks the order.
    public Thresholds {
        if (keepLone > keepLine || keepLine > suggestLine || keepDiagnosis > suggestDiagnosis) {
            throw new IllegalArgumentException(
                    "what is suggested is kept, and what is kept is kept alone too");
        }
    }

    /// The thresholds that come with a confidence model.
    public static Thresholds of(List<Double> fitted) {
        return new Thresholds(
                fitted.get(0),
                fitted.get(1),
                fitted.get(2),
                fitted.get(3),
                fitted.get(4),
                fitted.get(5));
    }
}
