package dev.superbill.visit;

import dev.superbill.mention.Evidence;
import java.util.List;

/// One of the three elements of medical decision making.
///
/// @param level the level that the element reaches
/// @param basis what in the note reaches it, in our words
/// @param evidence the words of the note
public record MdmElement(MdmLevel level, String basis, List<Evidence> evidence) {
    /// Copies.
    public MdmElement {
        evidence = List.copyOf(evidence);
    }
}
