package dev.superbill.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed since an earlier evaluation.
///
/// @param changes the figures that both have
/// @param becameRight notes whose procedures are exactly right now, and were not
/// @param becameWrong notes whose procedures were exactly right, and are not now
/// @param added notes that only this evaluation has
/// @param dropped notes that only the earlier one has
public record Comparison(
        List<Change> changes,
        List<String> becameRight,
        List<String> becameWrong,
        int added,
        int dropped) {
    /// Copies.
    public Comparison {
        changes = List.copyOf(changes);
        becameRight = List.copyOf(becameRight);
        becameWrong = List.copyOf(becameWrong);
    }

    /// A figure then and now.
    ///
    /// @param name the figure
    /// @param before what it was
    /// @param now what it is
    public record Change(String name, double before, double now) {
        /// How much more it is.
        public double difference() {
            return now - before;
        }
    }

    /// One side of a comparison.
    ///
    /// @param figures by name
    /// @param exact by note, whether its procedures are exactly right
    public record Side(Map<String, Double> figures, Map<String, Boolean> exact) {
        /// Copies, in the same order.
        public Side {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            exact = Collections.unmodifiableMap(new LinkedHashMap<>(exact));
        }
    }

    /// Compares.
    public static Comparison of(Side before, Side now) {
        var right = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        now.exact()
                .forEach((note, exact) -> {
                    if (before.exact().getOrDefault(note, exact).equals(exact)) {
                        return;
                    }
                    (exact ? right : wrong).add(note);
                });
        return new Comparison(
                now.figures().entrySet().stream()
                        .filter(figure -> before.figures().containsKey(figure.getKey()))
                        .map(figure ->
                                new Change(
                                        figure.getKey(),
                                        before.figures().getOrDefault(figure.getKey(), 0.0),
                                        figure.getValue()))
                        .toList(),
                right.stream().sorted().toList(),
                wrong.stream().sorted().toList(),
                without(now, before),
                without(before, now));
    }

    private static int without(Side one, Side other) {
        return (int)
                one.exact().keySet().stream()
                        .filter(note -> !other.exact().containsKey(note))
                        .count();
    }
}
