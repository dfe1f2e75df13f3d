package dev.superbill.candidate;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteType;
import dev.superbill.codeset.CodeTable;

/// What the classification says for or against a code: through its service family, and through the
/// note's type.
final class ClassifierSource {
    /// From which probability of its family on a candidate counts as the classifier's too.
    private static final double SUPPORTS = 0.5;

    private final CodeTable table;
    private final NoteClassification classification;

    ClassifierSource(CodeTable table, NoteClassification classification) {
        this.table = table;
        this.classification = classification;
    }

    /// The probability of the code's service family, or -1 where the model does not know the
    /// family.
    double family(int row) {
        var family = table.familyOf(row);
        for (var label : classification.serviceFamilies()) {
            if (label.name().equals(family)) {
                return label.score();
            }
        }
        return -1;
    }

    boolean supports(int row) {
        return family(row) >= SUPPORTS;
    }

    /// How usual codes of a chapter are, averaged over the note types by their probability, in
    /// logits.
    double chapter(Chapter chapter, ConfidenceModel model) {
        double sum = 0;
        for (var label : classification.noteTypes()) {
            var type = NoteType.labelled(label.name());
            sum += type.isPresent() ? label.score() * model.chapter(type.get(), chapter) : 0;
        }
        return sum;
    }
}
