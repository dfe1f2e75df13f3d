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
            String engine, Optional<Path> model, Optional<Path> libraries, String precision)
            implements SuperbillConfig.Classifier {
        Settings(String engine, String precision) {
            this(engine, Optional.empty(), Optional.empty(), precision);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TensorFlow | int8  | superbill.classifier.engine is PyTorch or none, not "TensorFlow"
                    pytorch    | int8  | superbill.classifier.engine is PyTorch or none, not "pytorch"
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
    @CsvSource({"int8", "float"})
    void theModelOfThisProjectIsOpened(String precision) {
        try (var classifier = open(new Settings("PyTorch", precision))) {
            assertThat(classifier.model()).startsWith("note-encoder@");
            assertThat(classifier.classify("CT of the chest.").present()).isTrue();
        }
    }

    @Test
    void aModelThatIsNotThereLeavesTheLookup(@TempDir Path folder) {
        var settings = new Settings("PyTorch", Optional.of(folder), Optional.empty(), "int8");
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
