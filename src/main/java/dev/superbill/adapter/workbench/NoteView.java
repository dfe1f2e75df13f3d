package dev.superbill.adapter.workbench;

import java.util.List;

/// The note of a case as its page shows it.
///
/// @param id the answer's id
/// @param kept whether its text is kept
/// @param note the note, one; none where its text is not kept
/// @param signed whether the claim is signed, after which a text may be forgotten
public record NoteView(String id, boolean kept, List<MarkedNote> note, boolean signed) {
    /// Copies.
    public NoteView {
        note = List.copyOf(note);
    }

    @Override
    public String toString() {
        return "NoteView[" + id + "]";
    }
}
