package dev.superbill.adapter.cli;

import dev.superbill.evaluation.NoteLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A note and what a coder says of it.
///
/// @param label what a coder says
/// @param text the note
record LabelledNote(NoteLabel label, String text) {
    @Override
    public String toString() {
        return "LabelledNote[" + label.noteId() + ", " + text.length() + " chars]";
    }

    /// Brings labels and notes together, in the order of the labels.
    ///
    /// @param notes where the notes are that labels do not carry
    /// @param limit the most notes
    /// @throws BadLineException if a file cannot be read or a note is nowhere
    static List<LabelledNote> read(Path labels, @Nullable Path notes, int limit) {
        var entries = LabelFile.read(labels).stream().limit(limit).toList();
        Map<String, NoteTexts.Found> found =
                notes == null
                        ? Map.of()
                        : NoteTexts.read(
                                notes,
                                entries.stream()
                                        .map(entry -> entry.label().noteId())
                                        .collect(Collectors.toSet()));
        return entries.stream().map(entry -> joined(labels, entry, found)).toList();
    }

    private static LabelledNote joined(
            Path labels, LabelFile.Entry entry, Map<String, NoteTexts.Found> found) {
        var label = entry.label();
        var note = found.get(label.noteId());
        if (note == null) {
            if (entry.text().isEmpty()) {
                throw BadLineException.at(
                        labels.toString(),
                        entry.line(),
                        "the note " + label.noteId() + " is not among the notes");
            }
            return new LabelledNote(label, entry.text());
        }
        return new LabelledNote(
                label.specialties().isEmpty() ? label.in(note.specialties()) : label,
                entry.text().isEmpty() ? note.text() : entry.text());
    }
}
