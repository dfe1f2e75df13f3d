package dev.superbill.infra;

import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {
    private final Resources batch = Deployment.everything().resources("batch");

    @Test
    void thereIsNoQueueForNotesUnlessAskedFor() {
        assertThat(Deployment.zip().stacks())
                .noneMatch(stack -> stack.getStackName().endsWith("-batch"));
    }

    @Test
    void aMessageWithoutAnAnswerEndsInTheDeadLetters() {
        assertThat(batch.of("AWS::SQS::Queue"))
                .filteredOn(queue -> !queue.at("/RedrivePolicy").isMissingNode())
                .singleElement()
                .satisfies(queue -> {
                    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(3);
                    int timeout = batch.only("AWS::Lambda::Function").at("/Timeout").asInt();
                    assertThat(queue.at("/VisibilityTimeout").asInt())
                            .isGreaterThanOrEqualTo(6 * timeout);
                });
    }

    @Test
    void onlyTheMessagesThatFailedComeAgain() {
        var mapping = batch.only("AWS::Lambda::EventSourceMapping");
        assertThat(texts(mapping.at("/FunctionResponseTypes")))
                .containsExactly("ReportBatchItemFailures");
        assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt())
                .isLessThanOrEqualTo(
                        batch.only("AWS::Lambda::Function")
                                .at("/ReservedConcurrentExecutions")
                                .asInt());
    }

    @Test
    void answersAreWrittenWhereTheyOutliveTheFunction() {
        var function = batch.only("AWS::Lambda::Function");
        assertThat(function.at("/FileSystemConfigs/0/LocalMountPath").asText())
                .isEqualTo(function.at("/Environment/Variables/SUPERBILL_RESULTS_PATH").asText());
        var files = batch.only("AWS::EFS::FileSystem");
        assertThat(files.at("/Encrypted").asBoolean()).isTrue();
        assertThat(files.at("/KmsKeyId").isMissingNode()).isFalse();
        assertThat(files.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(
                        batch.only("AWS::Backup::BackupSelection")
                                .at("/BackupSelection/Resources")
                                .toString())
                .contains(files.id());
    }
}
