package dev.superbill.mention;

import java.util.List;

/// An expression whose clauses all occur in a note.
///
/// @param number the expression's number in the lexicon
/// @param owner the code's place in the code table, or `-1 - ordinal` of a concept
/// @param role what the expression means for its owner
/// @param group which of the owner's lines of that role it stands in
/// @param target the sibling's place in the code table that an `unless` names, or -1
/// @param words how many content words its phrases have together
/// @param clauses for each clause where it occurs, at least once, in order of the note
public record ExpressionMatch(
        int number,
        int owner,
        Role role,
        int group,
        int target,
        int words,
        List<List<Occurrence>> clauses) {
    /// Copies.
    public ExpressionMatch {
        clauses = List.copyOf(clauses);
    }
}
