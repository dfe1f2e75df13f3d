package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.djl.DjlNoteClassifier;
import dev.superbill.adapter.djl.LookupOnFailure;
import dev.superbill.adapter.djl.Precision;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens the classifier that the settings name.
final class ConfiguredClassifier {
    private static final String PYTORCH = "PyTorch";
    private static final String LIBRARIES_VARIABLE = "PYTORCH_LIBRARY_PATH";

    private ConfiguredClassifier() {}

    /// A model that cannot be loaded does not stop the program: it codes from lookup alone, and
    /// says so.
    ///
    /// @throws ConfigurationException if a setting has no meaning
    static NoteClassifier of(SuperbillConfig.Classifier settings) {
        var precision =
                Precision.named(settings.precision())
                        .orElseThrow(() ->
                                meaningless("precision", settings.precision(), "int8 or float"));
        return switch (settings.engine()) {
            case PYTORCH -> LookupOnFailure.opened(() -> open(settings, precision));
            case NoteClassification.NO_ENGINE -> NoteClassifier.none();
            default -> throw meaningless("engine", settings.engine(), "PyTorch or none");
        };
    }

    private static DjlNoteClassifier open(
            SuperbillConfig.Classifier settings, Precision precision) {
        var installation = Installation.ofThisProgram();
        var model =
                settings.model()
                        .or(() -> installation.find("models/note-encoder"))
                        .orElseThrow(() -> missing("model", "the model models/note-encoder"));
        // DJL would heed the variable before anything that it is told.
        var libraries =
                variable()
                        .or(settings::libraries)
                        .or(() -> installation.find("pytorch", "target/pytorch"))
                        .orElseThrow(() -> missing("libraries", "the folder pytorch"));
        return DjlNoteClassifier.open(
                model, libraries, precision, Runtime.getRuntime().availableProcessors());
    }

    private static Optional<Path> variable() {
        return Optional.ofNullable(System.getenv(LIBRARIES_VARIABLE)).map(Path::of);
    }

    private static ConfigurationException meaningless(String name, String value, String allowed) {
        return new ConfigurationException(
                "superbill.classifier." + name + " is " + allowed + ", not \"" + value + "\"");
    }

    private static CodingException missing(String setting, String what) {
        return new CodingException(
                Fault.CLASSIFIER_UNAVAILABLE,
                what + " was not found beside the program; set superbill.classifier." + setting);
    }
}
