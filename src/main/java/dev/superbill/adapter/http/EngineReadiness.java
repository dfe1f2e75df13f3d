package dev.superbill.adapter.http;

import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSetSource;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when code sets are loaded, and the model too where one is set; tells which. An engine that
/// lacks its model still answers, from lookup alone, but no roll-out should go on with it.
@Readiness
@Singleton
public class EngineReadiness implements HealthCheck {
    private final CodeSetSource source;
    private final NoteClassifier classifier;
    private final String engine;

    /// @param source where the code sets come from
    /// @param classifier what classifies notes
    /// @param engine what should run the model
    public EngineReadiness(
            CodeSetSource source,
            NoteClassifier classifier,
            @ConfigProperty(name = "superbill.classifier.engine") String engine) {
        this.source = source;
        this.classifier = classifier;
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        var codeSets = source.current();
        var state = state();
        return HealthCheckResponse.named("engine")
                .status(!codeSets.releases().isEmpty() && state.enough)
                .withData("classifier", state.said)
                .withData("model", classifier.model())
                .withData(
                        "codeSets",
                        codeSets.releases().stream()
                                .map(EngineReadiness::said)
                                .collect(Collectors.joining(", ")))
                .build();
    }

    private ModelState state() {
        if (engine.equals(NoteClassification.NO_ENGINE)) {
            return ModelState.NOT_WANTED;
        }
        if (!classifier.ready()) {
            return ModelState.LOADING;
        }
        return classifier.model().equals(NoteClassification.NO_ENGINE)
                ? ModelState.MISSING
                : ModelState.LOADED;
    }

    private enum ModelState {
        LOADED("loaded", true),
        LOADING("loading", false),
        MISSING("not loaded", false),
        NOT_WANTED("none", true);

        private final String said;
        private final boolean enough;

        ModelState(String said, boolean enough) {
            this.said = said;
            this.enough = enough;
        }
    }

    private static String said(CodeSetRelease release) {
        return release.name() + " " + release.edition();
    }
}
