package dev.superbill.bench.demo;

import ai.djl.ModelException;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Classifies a note. The model is loaded when the program starts, by DJL's criteria with nothing
/// set but the file and the translator.
@Path("/classify")
@Singleton
@Startup
public class NoteTypeResource {
    private final ZooModel<String, String> model;

    NoteTypeResource(@ConfigProperty(name = "demo.model") java.nio.file.Path folder)
            throws IOException, ModelException {
        var pieces = Files.readAllLines(folder.resolve("vocab.txt"));
        model =
                Criteria.builder()
                        .setTypes(String.class, String.class)
                        .optModelPath(folder.resolve("note-encoder-int8.pt"))
                        .optTranslator(new NoteTypeTranslator(new SimpleWordPiece(pieces)))
                        .build()
                        .loadModel();
    }

    /// A request of Superbill's interface, of which the note's text alone is read.
    public record Request(Note note) {
        /// The note.
        public record Note(String text) {}
    }

    /// What the note is.
    public record Answer(String noteType) {}

    @POST
    public Answer classify(Request request) throws TranslateException {
        try (Predictor<String, String> predictor = model.newPredictor()) {
            return new Answer(predictor.predict(request.note().text()));
        }
    }

    @PreDestroy
    void close() {
        model.close();
    }
}
