package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.djl.DjlNoteClassifier;
import dev.superbill.adapter.djl.LookupOnFailure;
import dev.superbill.adapter.djl.ModelForm;
import dev.superbill.adapter.djl.Precision;
import dev.superbill.adapter.djl.TransformerEngine;
import dev.superbill.adapter.djl.Trust;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the classifier that the settings name.
final class ConfiguredClassifier {
    private static final String ANY = "auto";
    private static final String LIBRARIES_VARIABLE = "PYTORCH_LIBRARY_PATH";

    private final SuperbillConfig.Classifier settings;
    private final Installation installation;
    private final Precision precision;
    private final List<TransformerEngine> engines;

    private ConfiguredClassifier(SuperbillConfig.Classifier settings, Installation installation) {
        this.settings = settings;
        this.installation = installation;
        this.precision =
                Precision.named(settings.precision())
                        .orElseThrow(() ->
                                meaningless("precision", settings.precision(), "int8 or float"));
        this.engines = engines(settings.engine());
    }

    /// The model is loaded beside whatever comes next. One that cannot be loaded does not stop the
    /// program: it codes from lookup alone, and says so.
    ///
    /// @throws ConfigurationException if a setting has no meaning
    static NoteClassifier of(SuperbillConfig.Classifier settings) {
        var configured = new ConfiguredClassifier(settings, Installation.ofThisProgram());
        return configured.engines.isEmpty()
                ? NoteClassifier.none()
                : LookupOnFailure.loading(configured::open, configured::name);
    }

    private static List<TransformerEngine> engines(String setting) {
        return switch (setting) {
            case NoteClassification.NO_ENGINE -> List.of();
            case ANY -> List.of(TransformerEngine.values());
            default ->
                    List.of(
                            TransformerEngine.named(setting)
                                    .orElseThrow(() ->
                                            meaningless(
                                                    "engine",
                                                    setting,
                                                    "auto, PyTorch, OnnxRuntime or none")));
        };
    }

    private DjlNoteClassifier open() {
        return DjlNoteClassifier.open(model(), form(), Runtime.getRuntime().availableProcessors());
    }

    private String name() {
        try {
            return DjlNoteClassifier.name(model(), form());
        } catch (CodingException e) {
            return NoteClassification.NO_ENGINE;
        }
    }

    private Path model() {
        return settings.model()
                .or(() -> installation.find("models/note-encoder"))
                .orElseThrow(() -> missing("model", "the model models/note-encoder"));
    }

    /// The first of the engines whose libraries are found.
    private ModelForm form() {
        for (var engine : engines) {
            var libraries = libraries(engine).filter(engine::isIn);
            if (libraries.isPresent()) {
                return form(engine, libraries.get());
            }
        }
        // None of them: opening the first one says what is missing.
        var engine = engines.getFirst();
        return form(
                engine,
                libraries(engine)
                        .orElseThrow(() -> missing("libraries", "the folder " + engine.folder())));
    }

    private ModelForm form(TransformerEngine engine, Path libraries) {
        var trust = settings.verify() ? Trust.NOTHING : Trust.WEIGHTS;
        return new ModelForm(engine, libraries, precision, trust);
    }

    private Optional<Path> libraries(TransformerEngine engine) {
        // DJL would heed the variable before anything that it is told.
        return variable(engine)
                .or(settings::libraries)
                .or(() -> installation.find(engine.folder(), "target/" + engine.folder()));
    }

    private static Optional<Path> variable(TransformerEngine engine) {
        return engine == TransformerEngine.PYTORCH
                ? Optional.ofNullable(System.getenv(LIBRARIES_VARIABLE)).map(Path::of)
                : Optional.empty();
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
