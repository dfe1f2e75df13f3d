package dev.superbill.infra;

import static dev.superbill.infra.Resources.elements;
import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTest {
    /// What AWS offers no resource for.
    private static final Set<String> WITHOUT_RESOURCE =
            Set.of(
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments");

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyResourceIsNamedWhereAwsTakesOne(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(Resources::identityStatements)
                .filteredOn(PermissionTest::allows)
                .filteredOn(statement -> texts(statement.path("Resource")).contains("*"))
                .flatExtracting(statement -> texts(statement.path("Action")))
                .isNotEmpty()
                .isSubsetOf(WITHOUT_RESOURCE);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyActionIsNamed(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(Resources::identityStatements)
                .flatExtracting(statement -> texts(statement.path("Action")))
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void noPolicyIsInline(Deployment deployment) {
        for (var resources : deployment.everyResources()) {
            assertThat(resources.of("AWS::IAM::Policy")).isEmpty();
            assertThat(resources.of("AWS::IAM::Role"))
                    .allMatch(role -> role.at("/Policies").isMissingNode());
        }
    }

    @Test
    void theFunctionReadsNoBucketUnlessToldTo() {
        assertThat(actionsOnBuckets(Deployment.zip())).isEmpty();
    }

    @Test
    void theFunctionReadsOnlyThePrefixOfItsCodeSets() {
        assertThat(actionsOnBuckets(Deployment.everything()))
                .containsOnly("s3:GetObject", "s3:ListBucket");
        var statements = Deployment.everything().resources("service").identityStatements();
        assertThat(statements)
                .filteredOn(statement -> texts(statement.path("Action")).contains("s3:GetObject"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Resource").toString()).contains("/bundles/*"));
        assertThat(statements)
                .filteredOn(statement -> texts(statement.path("Action")).contains("s3:ListBucket"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.at("/Condition/StringEquals/s3:prefix").asText())
                                .isEqualTo("bundles/"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theFunctionPutsAndReadsRecordsAndDoesNothingElseToThem(Deployment deployment) {
        var statements =
                deployment.everyResources().stream()
                        .flatMap(resources -> resources.identityStatements().stream())
                        .filter(statement ->
                                texts(statement.path("Action")).stream()
                                        .anyMatch(action -> action.startsWith("dynamodb:")))
                        .toList();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(texts(statement.path("Action")))
                            .containsExactly(
                                    "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query");
                    assertThat(texts(statement.path("Resource"))).hasSize(2).doesNotContain("*");
                });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whatRunsInTheFunctionCannotChangeTheNetwork(Deployment deployment) {
        assertThat(deployment.resources("service").identityStatements())
                .filteredOn(statement -> statement.path("Effect").asText().equals("Deny"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(texts(statement.path("Action")))
                            .contains("ec2:CreateNetworkInterface");
                    assertThat(
                                    statement
                                            .at("/Condition/ArnLike/lambda:SourceFunctionArn")
                                            .isMissingNode())
                            .isFalse();
                });
    }

    /// The functions' keys are used by way of a service, never by themselves.
    @ParameterizedTest
    @MethodSource("deployments")
    void keysServeServicesOnly(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(Resources::identityStatements)
                .filteredOn(statement ->
                        texts(statement.path("Action")).stream()
                                .anyMatch(action -> action.startsWith("kms:")))
                .isNotEmpty()
                .allMatch(
                        statement -> statement.at("/Condition/StringEquals").has("kms:ViaService"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void noPolicyOfAResourceLetsEverybodyIn(Deployment deployment) {
        var documents = List.of("/PolicyDocument", "/KeyPolicy", "/ResourcePolicy/PolicyDocument");
        for (var resources : deployment.everyResources()) {
            for (var resource : resources.all()) {
                if (resource.type().startsWith("AWS::IAM::")) {
                    continue;
                }
                for (var document : documents) {
                    assertThat(elements(resource.at(document + "/Statement")))
                            .as(resource.id())
                            .filteredOn(PermissionTest::allows)
                            .filteredOn(statement -> !statement.has("Condition"))
                            .noneMatch(statement ->
                                    texts(statement.path("Principal")).contains("*")
                                            || statement.at("/Principal/AWS").asText().equals("*"));
                }
            }
        }
    }

    private static List<String> actionsOnBuckets(Deployment deployment) {
        return deployment.resources("service").identityStatements().stream()
                .flatMap(statement -> texts(statement.path("Action")).stream())
                .filter(action -> action.startsWith("s3:"))
                .toList();
    }

    private static boolean allows(JsonNode statement) {
        return statement.path("Effect").asText().equals("Allow");
    }
}
