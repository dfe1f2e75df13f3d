package dev.superbill.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelection;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.efs.AccessPoint;
import software.amazon.awscdk.services.efs.AccessPointOptions;
import software.amazon.awscdk.services.efs.Acl;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.efs.PosixUser;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The queue for notes that nobody waits for, with a function of its own. The program keeps such
/// answers as files of a folder, and a function's own disk is gone with it: the folder is on a file
/// system that outlives it.
final class BatchStack extends Stack {
    private static final String MOUNT = "/mnt/results";
    private static final String NOBODY = "1000";
    private static final Duration TIMEOUT = Duration.minutes(2);
    private static final int TRIES = 3;
    private static final int MESSAGES = 10;
    private static final int FUNCTIONS = 10;

    private final DataStack data;
    private final NetworkStack network;

    BatchStack(
            Construct scope,
            String id,
            StackProps props,
            Settings settings,
            DataStack data,
            NetworkStack network) {
        super(scope, id, props);
        this.data = data;
        this.network = network;
        var deadLetters = queue("DeadLetters").retentionPeriod(Duration.days(14)).build();
        var queue =
                queue("Notes")
                        .visibilityTimeout(TIMEOUT.plus(Duration.minutes(10)))
                        .retentionPeriod(Duration.days(4))
                        .deadLetterQueue(
                                DeadLetterQueue.builder()
                                        .queue(deadLetters)
                                        .maxReceiveCount(TRIES)
                                        .build())
                        .build();
        var doors =
                SecurityGroup.Builder.create(this, "ResultsGroup")
                        .vpc(network.vpc())
                        .description("The results: in from the function, out to nowhere")
                        .allowAllOutbound(false)
                        .build();
        var results = results(doors);
        var folder = folder(results);
        var coding =
                new CodingFunction(
                        this,
                        "Coding",
                        settings,
                        data,
                        network,
                        new CodingFunction.Variant(
                                TIMEOUT,
                                FUNCTIONS,
                                0,
                                Map.of("SUPERBILL_RESULTS_PATH", MOUNT),
                                allowed(queue, results, folder),
                                Optional.of(
                                        software.amazon.awscdk.services.lambda.FileSystem
                                                .fromEfsAccessPoint(folder, MOUNT))));
        coding.live()
                .addEventSource(
                        SqsEventSource.Builder.create(queue)
                                .batchSize(MESSAGES)
                                .maxConcurrency(FUNCTIONS)
                                .reportBatchItemFailures(true)
                                .build());
        coding.group().addEgressRule(doors, Port.tcp(2049), "the file system of results");
        doors.addIngressRule(coding.group(), Port.tcp(2049), "the function");
        var alarms =
                new Alarms(
                        this,
                        "Alarms",
                        settings,
                        "Superbill/" + settings.stage() + "/batch",
                        data.alarmTopic());
        alarms.watch(coding);
        alarms.watchDeadLetters(deadLetters);
        CfnOutput.Builder.create(this, "QueueUrl").value(queue.getQueueUrl()).build();
        CfnOutput.Builder.create(this, "ResultsFileSystem")
                .value(results.getFileSystemId())
                .build();
    }

    private Queue.Builder queue(String id) {
        return Queue.Builder.create(this, id)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(data.dataKey())
                .enforceSsl(true);
    }

    private FileSystem results(SecurityGroup doors) {
        var results =
                FileSystem.Builder.create(this, "Results")
                        .vpc(network.vpc())
                        .securityGroup(doors)
                        .encrypted(true)
                        .kmsKey(data.dataKey())
                        .allowAnonymousAccess(false)
                        .enableAutomaticBackups(false)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        BackupSelection.Builder.create(this, "ResultsBackup")
                .backupPlan(data.backups())
                .resources(List.of(BackupResource.fromEfsFileSystem(results)))
                .build();
        return results;
    }

    private static AccessPoint folder(FileSystem results) {
        return results.addAccessPoint(
                "Folder",
                AccessPointOptions.builder()
                        .path("/results")
                        .createAcl(
                                Acl.builder()
                                        .ownerUid(NOBODY)
                                        .ownerGid(NOBODY)
                                        .permissions("700")
                                        .build())
                        .posixUser(PosixUser.builder().uid(NOBODY).gid(NOBODY).build())
                        .build());
    }

    private List<PolicyStatement> allowed(Queue queue, FileSystem results, AccessPoint folder) {
        return List.of(
                CodingFunction.allow(
                        List.of(
                                "sqs:DeleteMessage",
                                "sqs:GetQueueAttributes",
                                "sqs:ReceiveMessage"),
                        queue.getQueueArn()),
                PolicyStatement.Builder.create()
                        .actions(
                                List.of(
                                        "elasticfilesystem:ClientMount",
                                        "elasticfilesystem:ClientWrite"))
                        .resources(List.of(results.getFileSystemArn()))
                        .conditions(
                                Map.of(
                                        "StringEquals",
                                        Map.of(
                                                "elasticfilesystem:AccessPointArn",
                                                folder.getAccessPointArn())))
                        .build());
    }
}
