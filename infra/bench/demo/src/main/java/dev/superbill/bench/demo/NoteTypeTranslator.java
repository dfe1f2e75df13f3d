package dev.superbill.bench.demo;

import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

/// A note to the model's windows, and its first head to the type's name.
final class NoteTypeTranslator implements NoBatchifyTranslator<String, String> {
    private static final String[] TYPES = {
        "operative", "procedure", "radiology", "diagnostic_test", "office_visit", "consult",
        "hospital_admission", "progress", "discharge", "emergency", "other"
    };

    private final SimpleWordPiece pieces;

    NoteTypeTranslator(SimpleWordPiece pieces) {
        this.pieces = pieces;
    }

    @Override
    public NDList processInput(TranslatorContext context, String note) {
        return new NDList(context.getNDManager().create(pieces.windows(note)));
    }

    @Override
    public String processOutput(TranslatorContext context, NDList answer) {
        float[] logits = answer.singletonOrThrow().toFloatArray();
        int best = 0;
        for (int i = 1; i < TYPES.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return TYPES[best];
    }
}
