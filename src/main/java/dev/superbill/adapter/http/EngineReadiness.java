package dev.superbill.adapter.http;

import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSetRelease;
import dev.superbill.codeset.CodeSets;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when code sets are loaded; tells which, and which model.
@Readiness
@Singleton
public class EngineReadiness implements HealthCheck {
    private final CodeSets codeSets;
    private final NoteClassifier classifier;

    /// @param codeSets what is known of codes
    /// @param classifier what classifies notes
    public EngineReadiness(CodeSets codeSets, NoteClassifier classifier) {
        this.codeSets = codeSets;
        this.classifier = classifier;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .status(!codeSets.releases().isEmpty())
                .withData("model", classifier.model())
                .withData(
                        "codeSets",
                        codeSets.releases().stream()
                                .map(EngineReadiness::said)
                                .collect(Collectors.joining(", ")))
                .build();
    }

    private static String said(CodeSetRelease release) {
        return release.name() + " " + release.edition();
    }
}
