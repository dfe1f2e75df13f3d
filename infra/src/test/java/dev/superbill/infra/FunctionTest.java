package dev.superbill.infra;

import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTest {
    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @Test
    void theZipRunsOnnxRuntimeOnBothProcessors() {
        var x86 = function(Deployment.zip());
        assertThat(texts(x86.at("/Architectures"))).containsExactly("x86_64");
        var arm = function(Deployment.everything());
        assertThat(texts(arm.at("/Architectures"))).containsExactly("arm64");
        assertThat(List.of(x86, arm))
                .allSatisfy(function -> {
                    assertThat(function.at("/Runtime").asText()).isEqualTo("provided.al2023");
                    assertThat(function.at("/Code/S3Key").asText()).endsWith(".zip");
                    var variables = function.at("/Environment/Variables");
                    assertThat(variables.path("SUPERBILL_CLASSIFIER_ENGINE").asText())
                            .isEqualTo("OnnxRuntime");
                    assertThat(variables.path("SUPERBILL_CLASSIFIER_MODEL").asText())
                            .isEqualTo("/var/task/models/note-encoder");
                    assertThat(variables.path("SUPERBILL_CLASSIFIER_LIBRARIES").asText())
                            .isEqualTo("/var/task/onnxruntime");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "arm64"})
    void theImageRunsPyTorchOnBothProcessors(String architecture) {
        var function = function(Deployment.image(architecture));
        assertThat(texts(function.at("/Architectures"))).containsExactly(architecture);
        assertThat(function.at("/PackageType").asText()).isEqualTo("Image");
        assertThat(function.at("/Runtime").isMissingNode()).isTrue();
        assertThat(function.at("/Code/ImageUri").toString()).contains("@" + Deployment.DIGEST);
        assertThat(function.at("/Environment/Variables/SUPERBILL_CLASSIFIER_ENGINE").asText())
                .isEqualTo("PyTorch");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyFunctionIsBoundedTracedAndInTheNetwork(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::Lambda::Function"))
                .isNotEmpty()
                .allSatisfy(function -> {
                    assertThat(function.at("/ReservedConcurrentExecutions").asInt())
                            .isGreaterThan(0);
                    assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");
                    assertThat(texts(function.at("/VpcConfig/SubnetIds"))).hasSize(2);
                    assertThat(function.at("/DeadLetterConfig/TargetArn").isMissingNode())
                            .isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void nothingThatRunsIsMadeByTheCdkItself(Deployment deployment) {
        int functions = deployment.toString().equals(Deployment.everything().toString()) ? 2 : 1;
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::Lambda::Function"))
                .hasSize(functions);
        assertThat(deployment.everyResources())
                .flatExtracting(Resources::all)
                .noneMatch(resource -> resource.type().startsWith("Custom::"));
    }

    @Test
    void theRestApiIsTraced() {
        assertThat(
                        Deployment.zip()
                                .resources("service")
                                .only("AWS::ApiGateway::Stage")
                                .at("/TracingEnabled")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void environmentsAreKeptStartedOnlyWhereAskedFor() {
        var pointer = "/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions";
        assertThat(alias(Deployment.zip()).at(pointer).isMissingNode()).isTrue();
        assertThat(alias(Deployment.image("arm64")).at(pointer).isMissingNode()).isTrue();
        assertThat(alias(Deployment.everything()).at(pointer).asInt()).isEqualTo(5);
    }

    @Test
    void codeSetsAreThoseOfTheBucketOnlyWhereAskedFor() {
        var pointer = "/Environment/Variables/SUPERBILL_CODESETS";
        assertThat(function(Deployment.zip()).at(pointer).isMissingNode()).isTrue();
        assertThat(function(Deployment.everything()).at(pointer).toString())
                .contains("s3://", "/bundles/");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void recordsGoToTheTablesOfTheDeployment(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::Lambda::Function"))
                .isNotEmpty()
                .allSatisfy(function -> {
                    var variables = function.at("/Environment/Variables");
                    assertThat(variables.path("SUPERBILL_STORE_KIND").asText())
                            .isEqualTo("dynamodb");
                    assertThat(variables.path("SUPERBILL_STORE_TRAIL_TABLE").toString())
                            .contains("AuditTrail");
                    assertThat(variables.path("SUPERBILL_STORE_CONTENT_TABLE").toString())
                            .contains("AuditContent");
                    assertThat(variables.path("SUPERBILL_NOTES").asText()).isEqualTo("memory");
                });
    }

    private static Resources.Resource function(Deployment deployment) {
        return deployment.resources("service").only("AWS::Lambda::Function");
    }

    private static Resources.Resource alias(Deployment deployment) {
        return deployment.resources("service").only("AWS::Lambda::Alias");
    }
}
