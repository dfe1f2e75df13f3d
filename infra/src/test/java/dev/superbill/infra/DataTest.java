package dev.superbill.infra;

import static dev.superbill.infra.Resources.elements;
import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataTest {
    private final Resources data = Deployment.zip().resources("data");

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @Test
    void theAuditTrailCanBeRestoredToAnyMoment() {
        assertThat(tables())
                .hasSize(2)
                .allSatisfy(table -> {
                    assertThat(
                                    table.at(
                                                    "/PointInTimeRecoverySpecification"
                                                            + "/PointInTimeRecoveryEnabled")
                                            .asBoolean())
                            .isTrue();
                    assertThat(
                                    table.at(
                                                    "/PointInTimeRecoverySpecification/RecoveryPeriodInDays")
                                            .asInt())
                            .isEqualTo(35);
                });
    }

    @Test
    void theAuditTrailIsEncryptedWithAKeyOfOursAndCannotBeDeleted() {
        assertThat(tables())
                .hasSize(2)
                .allSatisfy(table -> {
                    assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
                    assertThat(table.at("/SSESpecification/KMSMasterKeyId").has("Fn::GetAtt"))
                            .isTrue();
                    assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
                    assertThat(table.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void anAuditRecordIsFoundByItsChainAndItsPlaceAndNoIndexLags() {
        assertThat(tables())
                .hasSize(2)
                .allSatisfy(table -> {
                    assertThat(table.at("/KeySchema").toString())
                            .isEqualTo(
                                    "[{\"AttributeName\":\"chain\",\"KeyType\":\"HASH\"},"
                                            + "{\"AttributeName\":\"sequence\",\"KeyType\":\"RANGE\"}]");
                    assertThat(table.at("/GlobalSecondaryIndexes").isMissingNode()).isTrue();
                });
    }

    /// The contents have no such policy: they may be erased, by whoever is given the right.
    @Test
    void nobodyChangesOrDeletesAnAuditRecord() {
        assertThat(tables())
                .filteredOn(table -> !table.at("/ResourcePolicy").isMissingNode())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.id()).startsWith("AuditTrail");
                    assertThat(elements(table.at("/ResourcePolicy/PolicyDocument/Statement")))
                            .singleElement()
                            .satisfies(DataTest::deniesChanges);
                });
    }

    private static void deniesChanges(JsonNode statement) {
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.has("Condition")).isFalse();
        assertThat(statement.at("/Principal/AWS").asText()).isEqualTo("*");
        assertThat(texts(statement.path("Action")))
                .contains(
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:BatchWriteItem",
                        "dynamodb:PartiQLDelete",
                        "dynamodb:PartiQLUpdate");
    }

    @Test
    void theAuditTrailIsBackedUp() {
        var backedUp =
                data.only("AWS::Backup::BackupSelection")
                        .at("/BackupSelection/Resources")
                        .toString();
        assertThat(tables()).hasSize(2).allMatch(table -> backedUp.contains(table.id()));
        assertThat(data.only("AWS::Backup::BackupVault").at("/EncryptionKeyArn").isMissingNode())
                .isFalse();
    }

    private List<Resources.Resource> tables() {
        return data.of("AWS::DynamoDB::Table");
    }

    @Test
    void keysRotateAndStay() {
        assertThat(data.of("AWS::KMS::Key"))
                .hasSize(2)
                .allSatisfy(key -> {
                    assertThat(key.at("/EnableKeyRotation").asBoolean()).isTrue();
                    assertThat(key.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void bucketsAreClosedVersionedAndStay() {
        assertThat(data.of("AWS::S3::Bucket"))
                .hasSize(2)
                .allSatisfy(bucket -> {
                    assertThat(bucket.at("/PublicAccessBlockConfiguration"))
                            .hasSize(4)
                            .allMatch(JsonNode::asBoolean);
                    assertThat(bucket.at("/VersioningConfiguration/Status").asText())
                            .isEqualTo("Enabled");
                    assertThat(bucket.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
                });
        assertThat(data.of("AWS::S3::BucketPolicy"))
                .hasSize(2)
                .allMatch(policy ->
                        policy.at("/PolicyDocument").toString().contains("aws:SecureTransport"));
    }

    @Test
    void codeSetsAreEncryptedWithAKeyOfOursAndTheirReadingIsLogged() {
        assertThat(data.of("AWS::S3::Bucket"))
                .filteredOn(bucket -> !bucket.at("/LoggingConfiguration").isMissingNode())
                .singleElement()
                .satisfies(bucket ->
                        assertThat(
                                        bucket.at(
                                                        "/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                                                + "/ServerSideEncryptionByDefault/SSEAlgorithm")
                                                .asText())
                                .isEqualTo("aws:kms"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void queuesAreEncryptedAndTakeNothingInTheClear(Deployment deployment) {
        for (var resources : deployment.everyResources()) {
            var queues = resources.of("AWS::SQS::Queue");
            assertThat(queues).allMatch(queue -> !queue.at("/KmsMasterKeyId").isMissingNode());
            assertThat(resources.of("AWS::SQS::QueuePolicy"))
                    .hasSameSizeAs(queues)
                    .allMatch(policy ->
                            policy.at("/PolicyDocument")
                                    .toString()
                                    .contains("aws:SecureTransport"));
        }
    }

    @Test
    void imagesAreScannedAndNeverReplaced() {
        var repository = data.only("AWS::ECR::Repository");
        assertThat(repository.at("/ImageTagMutability").asText()).isEqualTo("IMMUTABLE");
        assertThat(repository.at("/ImageScanningConfiguration/ScanOnPush").asBoolean()).isTrue();
        assertThat(repository.at("/EncryptionConfiguration/EncryptionType").asText())
                .isEqualTo("KMS");
    }

    @Test
    void theStackOfWhatIsKeptIsNotDeletedByMistake() {
        assertThat(Deployment.zip().stacks())
                .filteredOn(stack -> stack.getStackName().endsWith("-data"))
                .singleElement()
                .satisfies(stack -> assertThat(stack.getTerminationProtection()).isTrue());
    }

    @Test
    void theNetworkHasNoWayOut() {
        var network = Deployment.zip().resources("network");
        assertThat(network.of("AWS::EC2::InternetGateway")).isEmpty();
        assertThat(network.of("AWS::EC2::NatGateway")).isEmpty();
        assertThat(network.of("AWS::EC2::Route")).isEmpty();
        var allowed =
                network.of("AWS::EC2::VPCEndpoint").stream()
                        .map(endpoint -> endpoint.at("/PolicyDocument/Statement"))
                        .toList();
        assertThat(allowed)
                .hasSize(2)
                .allSatisfy(policy ->
                        assertThat(elements(policy))
                                .singleElement()
                                .satisfies(statement ->
                                        assertThat(texts(statement.path("Resource")))
                                                .hasSize(2)
                                                .doesNotContain("*")));
        assertThat(allowed.stream().flatMap(Resources::elements))
                .map(statement -> texts(statement.path("Action")))
                .containsExactlyInAnyOrder(
                        List.of("s3:GetObject", "s3:ListBucket"),
                        List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"));
    }
}
