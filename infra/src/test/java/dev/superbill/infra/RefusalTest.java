package dev.superbill.infra;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.services.lambda.Architecture;

class RefusalTest {
    private static final Settings.Layout LAYOUT =
            new Settings.Layout("models/note-encoder", "onnxruntime");

    @TempDir Path folder;

    @Test
    void whatIsNotThereIsNotDeployed() {
        refusing("-c zip=FILE", folder.resolve("function.zip"));
    }

    @Test
    void whatIsNoZipIsNotDeployed() throws IOException {
        refusing("cannot be read", Files.writeString(folder.resolve("x.zip"), "no zip"));
    }

    @Test
    void theJvmsZipIsNotDeployed() throws IOException {
        var file = folder.resolve("x.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("lib/superbill.jar"));
        }
        refusing("no native binary", file);
    }

    @Test
    void anotherProcessorsBinaryIsNotDeployed() {
        refusing("was built for arm64", Deployment.zipFile("arm64"));
    }

    @Test
    void aZipWithoutItsModelIsNotDeployed() {
        refusing(
                "has no folder models/note-encoder",
                Deployment.zipFile("x86_64", List.of("onnxruntime/libonnxruntime.so")));
        refusing(
                "has no folder onnxruntime",
                Deployment.zipFile("x86_64", List.of("models/note-encoder/manifest.json")));
    }

    @Test
    void aWholeZipIsDeployed() {
        assertThatNoException()
                .isThrownBy(() ->
                        FunctionZip.checked(
                                Deployment.zipFile("arm64"), Architecture.ARM_64, LAYOUT));
    }

    @ParameterizedTest
    @CsvSource({
        "architecture, sparc, x86_64 or arm64",
        "package, jar, 'zip, image or none'",
        "stage, Prod!, a-z",
        "codesets, bundles, ends in /",
        "memory, 64, from 128 to 10240",
        "memory, much, from 128 to 10240",
        "provisioned, 51, at most -c concurrency (50)",
        "retention, INFINITE, SIX_YEARS",
        "retention, EVER, SIX_YEARS",
        "batch, yes, true or false",
        "origins, *, not *",
        "issuer, https://issuer.example.org/, -c audience"
    })
    void whatHasNoMeaningIsNotDeployed(String name, String value, String told) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of(name, value)::get))
                .withMessageContaining(told)
                .withMessageMatching("[^\n]+");
    }

    @Test
    void anImageIsDeployedByItsDigestOnly() {
        var image = Map.of("package", "image");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Settings.of(image::get))
                .withMessageContaining("digest");
        var tagged = Map.of("package", "image", "digest", "latest");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Settings.of(tagged::get))
                .withMessageContaining("sha256");
    }

    private static void refusing(String told, Path file) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> FunctionZip.checked(file, Architecture.X86_64, LAYOUT))
                .withMessageContaining(told)
                .withMessageMatching("[^\n]+\\.");
    }
}
