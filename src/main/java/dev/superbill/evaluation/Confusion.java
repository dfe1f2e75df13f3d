package dev.superbill.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A slip and the notes that it was made in.
///
/// @param slip what went wrong
/// @param notes the ids of the notes, in order
public record Confusion(Slip slip, List<String> notes) {
    /// Copies.
    public Confusion {
        notes = List.copyOf(notes);
    }

    /// What went wrong with procedure codes of a note.
    public sealed interface Slip {
        /// A code was missed and another of the same three digits given in its place.
        record Swapped(String missed, String given) implements Slip {}

        /// A wrong code was given, and none of its three digits was missed.
        record Wrong(String given) implements Slip {}

        /// A code was missed, and none of its three digits was wrongly given.
        record Missed(String missed) implements Slip {}
    }

    /// How many errors the figures count for it: a swapped code is one wrong and one missed.
    public int errors() {
        return switch (slip) {
            case Slip.Swapped _ -> 2 * notes.size();
            case Slip.Wrong _, Slip.Missed _ -> notes.size();
        };
    }

    /// The slips of all notes, the costliest first.
    public static List<Confusion> of(List<JudgedNote> notes) {
        Map<Slip, List<String>> made = new HashMap<>();
        for (var note : notes) {
            for (var slip : slips(note.procedures())) {
                made.computeIfAbsent(slip, _ -> new ArrayList<>()).add(note.noteId());
            }
        }
        return made.entrySet().stream()
                .map(entry -> new Confusion(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingInt(Confusion::errors)
                                .reversed()
                                .thenComparing(confusion -> confusion.slip().toString()))
                .toList();
    }

    /// Within three digits the lowest missed code goes with the lowest wrong one, and so on.
    static List<Slip> slips(Marking marking) {
        var missed = byCategory(marking.missed());
        var wrong = byCategory(marking.wrong());
        var slips = new ArrayList<Slip>();
        missed.forEach((category, codes) -> {
            var given = wrong.getOrDefault(category, List.of());
            for (int i = 0; i < codes.size(); i++) {
                slips.add(
                        i < given.size()
                                ? new Slip.Swapped(codes.get(i), given.get(i))
                                : new Slip.Missed(codes.get(i)));
            }
        });
        wrong.forEach((category, codes) ->
                codes.stream()
                        .skip(missed.getOrDefault(category, List.of()).size())
                        .forEach(code -> slips.add(new Slip.Wrong(code))));
        return slips;
    }

    private static Map<String, List<String>> byCategory(Set<String> codes) {
        return codes.stream()
                .sorted()
                .collect(
                        Collectors.groupingBy(
                                code -> code.substring(0, Math.min(3, code.length()))));
    }
}
