package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// One loaded model and the predictors that wait for work.
///
/// DJL's predictors are not safe for use by many threads, so there are a few of them, as many as
/// notes may be read at once, over the one model. A caller waits for one to be free.
final class IdlePredictors implements AutoCloseable {
    private final Model model;
    private final int size;
    private final BlockingQueue<Predictor<Windows, float[]>> idle;

    private IdlePredictors(Model model, int size) {
        this.model = model;
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(model.newPredictor(new NoteTranslator()));
        }
    }

    /// Loads a model.
    ///
    /// @param name the model's name
    /// @param file the first of its files
    /// @param form what runs it
    /// @param atOnce how many notes are read at the same time
    static IdlePredictors open(String name, Path file, ModelForm form, int atOnce)
            throws IOException, MalformedModelException {
        return new IdlePredictors(form.engine().load(name, file, form.libraries()), atOnce);
    }

    /// What the model answers.
    ///
    /// @param size how many numbers it has to answer
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if it does not
    float[] predict(Windows windows, int size) {
        var predictor = take();
        try {
            return checked(predictor.predict(windows), size);
        } catch (TranslateException e) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE, "the model failed to read a note", e);
        } finally {
            idle.add(predictor);
        }
    }

    /// Waits for the notes being read, then gives the model's memory back.
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            take().close();
        }
        model.close();
    }

    private static float[] checked(float[] numbers, int size) {
        if (numbers.length != size) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE,
                    "the model gave " + numbers.length + " numbers for " + size);
        }
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new CodingException(
                        Fault.CLASSIFIER_UNAVAILABLE, "the model gave what is no number");
            }
        }
        return numbers;
    }

    private Predictor<Windows, float[]> take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE, "the wait for the model was ended", e);
        }
    }
}
