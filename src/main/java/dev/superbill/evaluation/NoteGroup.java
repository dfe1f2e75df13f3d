package dev.superbill.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// The notes of one kind.
///
/// @param name the kind; empty where notes tell none
/// @param figures what is measured of them
public record NoteGroup(String name, Figures figures) {

    /// Groups notes, the largest group first. A note of several kinds counts in each.
    static List<NoteGroup> of(List<JudgedNote> notes, Function<JudgedNote, List<String>> kinds) {
        var groups = new TreeMap<String, List<JudgedNote>>();
        for (var note : notes) {
            var told = kinds.apply(note);
            for (var kind : told.isEmpty() ? List.of("") : told) {
                groups.computeIfAbsent(kind, _ -> new ArrayList<>()).add(note);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new NoteGroup(group.getKey(), Figures.of(group.getValue())))
                .sorted(
                        Comparator.comparingInt((NoteGroup group) -> group.figures().notes())
                                .reversed())
                .toList();
    }
}
