package dev.superbill.evaluation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The procedure codes of one kind.
///
/// @param name the kind; empty where a code has none
/// @param notes the notes in which a code of the kind is due or wrongly answered
/// @param procedures the codes answered, to review or not
/// @param suggested those that no person need look at
public record CodeGroup(String name, int notes, Tally procedures, Tally suggested) {

    /// Groups the codes of notes, those with the most due codes first.
    static List<CodeGroup> of(List<JudgedNote> notes, UnaryOperator<String> kind) {
        var groups = new TreeMap<String, CodeGroup>();
        for (var note : notes) {
            var codes = new HashSet<>(note.procedures().must());
            codes.addAll(note.procedures().wrong());
            codes.stream()
                    .map(kind)
                    .distinct()
                    .forEach(name -> groups.merge(name, of(note, name, kind), CodeGroup::plus));
        }
        return groups.values().stream()
                .sorted(
                        Comparator.comparingInt((CodeGroup group) ->
                                        group.procedures.right() + group.procedures.missed())
                                .reversed())
                .toList();
    }

    private static CodeGroup of(JudgedNote note, String name, UnaryOperator<String> kind) {
        return new CodeGroup(
                name,
                1,
                note.procedures().where(code -> kind.apply(code).equals(name)).tally(),
                note.suggested().where(code -> kind.apply(code).equals(name)).tally());
    }

    private CodeGroup plus(CodeGroup other) {
        return new CodeGroup(
                name,
                notes + other.notes,
                procedures.plus(other.procedures),
                suggested.plus(other.suggested));
    }
}
