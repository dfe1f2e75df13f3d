package dev.superbill.adapter.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.superbill.adapter.djl.LookupOnFailure;
import dev.superbill.classification.NoteClassification;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredClassifierTest {
    private record Settings(
            String engine,
            Optional<Path> model,
            Optional<Path> libraries,
            String precision,
            boolean verify)
            implements SuperbillConfig.Classifier {
        Settings(String engine, String precision) {
            this(engine, Optional.empty(), Optional.empty(), precision, true);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TensorFlow | int8  | superbill.classifier.engine is auto, PyTorch, OnnxRuntime or none, not "TensorFlow"
                    pytorch    | int8  | superbill.classifier.engine is auto, PyTorch, OnnxRuntime or none, not "pytorch"
                    PyTorch    | int4  | superbill.classifier.precision is int8 or float, not "int4"
                    none       | whole | superbill.classifier.precision is int8 or float, not "whole"
                    """)
    void aSettingWithoutMeaningStopsTheStart(String engine, String precision, String said) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfiguredClassifier.of(new Settings(engine, precision)))
                .withMessage(said);
    }

    @Test
    void noEngineIsNoClassifier() {
        assertThat(ConfiguredClassifier.of(new Settings("none", "int8")).model())
                .isEqualTo(NoteClassification.NO_ENGINE);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, int8, PyTorch",
        "PyTorch, int8, PyTorch",
        "PyTorch, float, PyTorch",
        "OnnxRuntime, int8, OnnxRuntime",
        "OnnxRuntime, float, OnnxRuntime"
    })
    void theModelOfThisProjectIsOpened(String engine, String precision, String used) {
        try (var classifier = open(new Settings(engine, precision))) {
            var name = classifier.model();
            assertThat(name).startsWith("note-encoder@");
            assertThat(classifier.classify("CT of the chest.").engine()).isEqualTo(used);
            assertThat(classifier.model()).isEqualTo(name);
        }
    }

    @Test
    void theEngineIsTheOneWhoseLibrariesAreThere() {
        var libraries = Optional.of(Path.of("target/onnxruntime"));
        var settings = new Settings("auto", Optional.empty(), libraries, "int8", true);
        try (var classifier = open(settings)) {
            assertThat(classifier.classify("CT of the chest.").engine()).isEqualTo("OnnxRuntime");
        }
    }

    @Test
    void aModelThatIsNotThereLeavesTheLookup(@TempDir Path folder) {
        var settings = new Settings("PyTorch", Optional.of(folder), Optional.empty(), "int8", true);
        try (var classifier = open(settings)) {
            assertThat(classifier.model()).isEqualTo(NoteClassification.NO_ENGINE);
            assertThat(classifier.classify("CT of the chest."))
                    .isEqualTo(NoteClassification.none());
        }
    }

    private static LookupOnFailure open(Settings settings) {
        return (LookupOnFailure) ConfiguredClassifier.of(settings);
    }
}
