package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Classifies a note with a TorchScript transformer that DJL's PyTorch engine runs.
///
/// DJL's predictors are not safe for use by many threads, so there are a few of them, as many as
/// notes may be read at once, over the one model. A caller waits for one to be free.
public final class DjlNoteClassifier implements NoteClassifier, AutoCloseable {
    private static final int CHECKSUM_DIGITS = 6;

    private final String id;
    private final Manifest manifest;
    private final WordPiece wordPiece;
    private final Model model;
    private final int size;
    private final BlockingQueue<Predictor<Windows, float[]>> idle;

    private DjlNoteClassifier(
            String id, Manifest manifest, WordPiece wordPiece, Model model, int size) {
        this.id = id;
        this.manifest = manifest;
        this.wordPiece = wordPiece;
        this.model = model;
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(model.newPredictor(new NoteTranslator()));
        }
    }

    /// Loads a model.
    ///
    /// @param folder the model's folder
    /// @param libraries the folder with PyTorch's libraries
    /// @param precision which of the model's files to load
    /// @param atOnce how many notes are read at the same time
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if anything of it is missing or
    ///   damaged
    public static DjlNoteClassifier open(
            Path folder, Path libraries, Precision precision, int atOnce) {
        try {
            var files = ModelFolder.open(folder);
            var manifest = files.manifest();
            var wordPiece = new WordPiece(Files.readAllLines(files.checked(manifest.vocabulary())));
            var weights = precision.file(manifest.name());
            var file = files.checked(weights);
            var model = PyTorch.newModel(manifest.name(), libraries);
            load(model, file);
            return new DjlNoteClassifier(
                    manifest.name() + "@" + files.checksum(weights).substring(0, CHECKSUM_DIGITS),
                    manifest,
                    wordPiece,
                    model,
                    atOnce);
        } catch (IOException
                | MalformedModelException
                | EngineException
                | LinkageError
                | IllegalArgumentException e) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE,
                    "the model in " + folder + " could not be loaded: " + e.getMessage(),
                    e);
        }
    }

    private static void load(Model model, Path file) throws IOException, MalformedModelException {
        try {
            model.load(file);
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public NoteClassification classify(String text) {
        var logits = logits(windows(text));
        return new NoteClassification(
                manifest.head(Manifest.NOTE_TYPE).decode(logits),
                manifest.head(Manifest.SPECIALTY).decode(logits),
                manifest.head(Manifest.SERVICE_FAMILIES).decode(logits),
                PyTorch.NAME);
    }

    @Override
    public String model() {
        return id;
    }

    /// Waits for the notes being read, then gives the model's memory back.
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            take().close();
        }
        model.close();
    }

    /// A text as the model reads it.
    Windows windows(String text) {
        return Windows.of(wordPiece.split(text), manifest.piecesPerWindow());
    }

    /// What the model answers.
    float[] logits(Windows windows) {
        var predictor = take();
        try {
            return checked(predictor.predict(windows));
        } catch (TranslateException e) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE, "the model failed to read a note", e);
        } finally {
            idle.add(predictor);
        }
    }

    private float[] checked(float[] logits) {
        if (logits.length != manifest.logits()) {
            throw new CodingException(
                    Fault.CLASSIFIER_UNAVAILABLE,
                    "the model gave " + logits.length + " numbers for " + manifest.logits());
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new CodingException(
                        Fault.CLASSIFIER_UNAVAILABLE, "the model gave what is no number");
            }
        }
        return logits;
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
