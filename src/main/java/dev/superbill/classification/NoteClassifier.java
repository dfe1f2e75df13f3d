package dev.superbill.classification;

import dev.superbill.failure.CodingException;
import dev.superbill.section.Passage;
import java.util.List;

/// The port to the model that reads a note. Implementations are safe for use by many threads.
public interface NoteClassifier {
    /// Reads the whole text: nothing is cut, however long.
    ///
    /// @param text the note's text, 1 to 100,000 UTF-16 units
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if the model cannot answer
    NoteClassification classify(String text);

    /// Whether it may rank codes. For one that never does nobody cuts the note into passages.
    default boolean ranks() {
        return true;
    }

    /// Ranks the codes that the passages of a note may describe, the likeliest first. Each code is
    /// named once, with the passage that describes it best. A classifier of notes alone ranks none.
    ///
    /// @param text the note's text
    /// @param passages passages of that text
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if the model cannot answer
    default List<RankedCode> rank(String text, List<Passage> passages) {
        return List.of();
    }

    /// The name and short checksum of the model, such as `note-encoder@3fa9c2`; `none` where there
    /// is no model.
    String model();

    /// Whether it would answer at once: not while its model is being loaded.
    default boolean ready() {
        return true;
    }

    /// Does what is done once only, so that the first note does not wait for it.
    ///
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if the model cannot answer
    default void warm() {}

    /// A classifier that never says anything.
    static NoteClassifier none() {
        return NoModel.INSTANCE;
    }
}
