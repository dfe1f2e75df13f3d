package dev.superbill.adapter.djl;

import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.section.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Classifies a note, and ranks the codes that its passages may describe, with TorchScript
/// transformers that DJL's PyTorch engine runs.
public final class DjlNoteClassifier implements NoteClassifier, AutoCloseable {
    private static final int CHECKSUM_DIGITS = 6;

    private final String id;
    private final Manifest manifest;
    private final WordPiece wordPiece;
    private final IdlePredictors predictors;
    private final CodeRanker ranker;

    private DjlNoteClassifier(
            String id,
            Manifest manifest,
            WordPiece wordPiece,
            IdlePredictors predictors,
            CodeRanker ranker) {
        this.id = id;
        this.manifest = manifest;
        this.wordPiece = wordPiece;
        this.predictors = predictors;
        this.ranker = ranker;
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
            var file = precision.file(manifest.name());
            var identity = files.identity(file, precision.file(manifest.ranker().name()));
            var weights = files.checked(file);
            var ranker = CodeRanker.open(files, wordPiece, libraries, precision, atOnce);
            return new DjlNoteClassifier(
                    manifest.name() + "@" + identity.substring(0, CHECKSUM_DIGITS),
                    manifest,
                    wordPiece,
                    opened(manifest.name(), weights, libraries, atOnce, ranker),
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

    /// Loads the classifier; where that fails, the ranker is given back.
    private static IdlePredictors opened(
            String name, Path weights, Path libraries, int atOnce, CodeRanker ranker)
            throws IOException, MalformedModelException {
        try {
            return IdlePredictors.open(name, weights, libraries, atOnce);
        } catch (IOException | MalformedModelException | EngineException e) {
            ranker.close();
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
