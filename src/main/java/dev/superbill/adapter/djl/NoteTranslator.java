package dev.superbill.adapter.djl;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

/// Windows in, logits out.
final class NoteTranslator implements NoBatchifyTranslator<Windows, float[]> {
    @Override
    public NDList processInput(TranslatorContext context, Windows windows) {
        var shape = new Shape(windows.count(), windows.length());
        return new NDList(context.getNDManager().create(windows.ids(), shape));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList output) {
        return output.singletonOrThrow().toFloatArray();
    }
}
