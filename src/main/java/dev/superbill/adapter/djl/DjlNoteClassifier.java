package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Span;
import dev.superbill.section.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Classifies a note, and ranks the codes that its passages may describe, with transformers that
/// one of DJL's engines runs.
public final class DjlNoteClassifier implements NoteClassifier, AutoCloseable {
    private static final int CHECKSUM_DIGITS = 6;
    private static final String FIRST_WORDS = "A first note, read to warm up.";

    private final String id;
    private final TransformerEngine engine;
    private final Manifest manifest;
    private final WordPiece wordPiece;
    private final IdlePredictors predictors;
    private final CodeRanker ranker;

    private DjlNoteClassifier(
            String id,
            TransformerEngine engine,
            Manifest manifest,
            WordPiece wordPiece,
            IdlePredictors predictors,
            CodeRanker ranker) {
        this.id = id;
        this.engine = engine;
        this.manifest = manifest;
        this.wordPiece = wordPiece;
        this.predictors = predictors;
        this.ranker = ranker;
    }

    /// Loads a model.
    ///
    /// @param folder the model's folder
    /// @param form in which form
    /// @param atOnce how many notes are read at the same time
    /// @throws CodingException with `CLASSIFIER_UNAVAILABLE` if anything of it is missing or
    ///   damaged
    public static DjlNoteClassifier open(Path folder, ModelForm form, int atOnce) {
        try {
            form.engine().require(form.libraries());
            var files = ModelFolder.open(folder, form.trust());
            var manifest = files.manifest();
            var wordPiece = new WordPiece(files.text(manifest.vocabulary()));
            var weights = files.weights(form.files(manifest.name()));
            var ranker = CodeRanker.open(files, wordPiece, form, atOnce);
            return new DjlNoteClassifier(
                    identity(files, form),
                    form.engine(),
                    manifest,
                    wordPiece,
                    opened(manifest.name(), weights, form, atOnce, ranker),
                    ranker);
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

    /// The name that a model will have once it is loaded; `none` if it cannot be.
    public static String name(Path folder, ModelForm form) {
        try {
            return identity(ModelFolder.open(folder, form.trust()), form);
        } catch (IOException e) {
            return NoteClassification.NO_ENGINE;
        }
    }

    /// The model's name and checksum, over the files that this form of it is loaded from.
    private static String identity(ModelFolder files, ModelForm form) throws IOException {
        var manifest = files.manifest();
        var used = new ArrayList<>(form.files(manifest.name()));
        used.addAll(form.files(manifest.ranker().name()));
        return manifest.name() + "@" + files.identity(used).substring(0, CHECKSUM_DIGITS);
    }

    /// Loads the classifier; where that fails, the ranker is given back.
    private static IdlePredictors opened(
            String name, Path weights, ModelForm form, int atOnce, CodeRanker ranker)
            throws IOException, MalformedModelException {
        try {
            return IdlePredictors.open(name, weights, form, atOnce);
        } catch (IOException | MalformedModelException | EngineException e) {
            ranker.close();
            throw e;
        }
    }

    /// Reads a few words with each model.
    @Override
    public void warm() {
        classify(FIRST_WORDS);
        rank(FIRST_WORDS, List.of(new Passage(new Span(0, FIRST_WORDS.length()), 0)));
    }

    @Override
    public NoteClassification classify(String text) {
        var logits = logits(windows(text));
        return new NoteClassification(
                manifest.head(Manifest.NOTE_TYPE).decode(logits),
                manifest.head(Manifest.SPECIALTY).decode(logits),
                manifest.head(Manifest.SERVICE_FAMILIES).decode(logits),
                engine.label());
    }

    @Override
    public List<RankedCode> rank(String text, List<Passage> passages) {
        return ranker.rank(text, passages);
    }

    @Override
    public String model() {
        return id;
    }

    /// Waits for the notes being read, then gives the model's memory back.
    @Override
    public void close() {
        predictors.close();
        ranker.close();
    }

    /// A text as the model reads it.
    Windows windows(String text) {
        return Windows.of(wordPiece.split(text), manifest.piecesPerWindow());
    }

    /// What the model answers.
    float[] logits(Windows windows) {
        return predictors.predict(windows, manifest.logits());
    }
}
