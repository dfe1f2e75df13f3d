package dev.superbill.classification;

import dev.superbill.failure.CodingException;

/// The port to the model that classifies a note. Implementations are safe for use by many threads.
public interface NoteClassifier {
    /// Reads the whole text: nothing is cut, however long.
    ///
    /// @param text the note's text, 1 to 100,000 UTF-16 units
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if the model cannot answer
    NoteClassification classify(String text);

    /// The name and short checksum of the model, such as `note-encoder@3fa9c2`; `none` where there
    /// is no model.
    String model();

    /// A classifier that never says anything.
    static NoteClassifier none() {
        return NoModel.INSTANCE;
    }
}
