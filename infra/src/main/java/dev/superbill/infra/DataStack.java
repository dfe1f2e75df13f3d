package dev.superbill.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// What outlives a deployment: keys, the bucket of code sets, the tables of the audit trail, the
/// repository of images, backups. Nothing here is deleted with the stack.
final class DataStack extends Stack {
    private static final int BACKUP_DAYS = 35;

    private final Key dataKey;
    private final Key operationsKey;
    private final Bucket codeSets;
    private final Repository images;
    private final BackupPlan backups;
    private final Topic alarmTopic;
    private final Table auditTrail;
    private final Table auditContent;

    DataStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        setTerminationProtection(true);
        this.dataKey = key("Data", "what Superbill keeps: audit trail, code sets, queues, images");
        this.operationsKey = key("Operations", "what tells how Superbill does: logs and alarms");
        allowLogsAndAlarms();
        this.codeSets = CodeSetBucket.in(this, "CodeSets", dataKey);
        this.images = imageRepository(settings);
        this.alarmTopic = topic(settings);
        this.auditTrail = AuditTable.ofRecords(this, "AuditTrail", dataKey, BACKUP_DAYS);
        this.auditContent = AuditTable.ofContents(this, "AuditContent", dataKey, BACKUP_DAYS);
        this.backups = backupPlan();
        backups.addSelection(
                "AuditTrail",
                BackupSelectionOptions.builder()
                        .resources(
                                List.of(
                                        BackupResource.fromDynamoDbTable(auditTrail),
                                        BackupResource.fromDynamoDbTable(auditContent)))
                        .build());
    }

    Key dataKey() {
        return dataKey;
    }

    Key operationsKey() {
        return operationsKey;
    }

    Bucket codeSets() {
        return codeSets;
    }

    Table auditTrail() {
        return auditTrail;
    }

    Table auditContent() {
        return auditContent;
    }

    Repository images() {
        return images;
    }

    BackupPlan backups() {
        return backups;
    }

    Topic alarmTopic() {
        return alarmTopic;
    }

    private Topic topic(Settings settings) {
        var topic =
                Topic.Builder.create(this, "Alarms")
                        .masterKey(operationsKey)
                        .enforceSsl(true)
                        .build();
        // The policy that demands TLS takes the place of the one that lets alarms in.
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("AlarmsOfThisAccount")
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(
                                Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                        .build());
        settings.alarms()
                .email()
                .ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
        return topic;
    }

    private Key key(String id, String what) {
        return Key.Builder.create(this, id + "Key")
                .description(what)
                .enableKeyRotation(true)
                .pendingWindow(Duration.days(30))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private void allowLogsAndAlarms() {
        operationsKey.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("LogsOfThisAccount")
                        .principals(
                                List.of(
                                        new ServicePrincipal(
                                                "logs." + getRegion() + ".amazonaws.com")))
                        .actions(
                                List.of(
                                        "kms:Encrypt",
                                        "kms:Decrypt",
                                        "kms:ReEncrypt*",
                                        "kms:GenerateDataKey*",
                                        "kms:DescribeKey"))
                        .resources(List.of("*"))
                        .conditions(
                                Map.of(
                                        "ArnLike",
                                        Map.of(
                                                "kms:EncryptionContext:aws:logs:arn",
                                                "arn:%s:logs:%s:%s:log-group:*"
                                                        .formatted(
                                                                getPartition(),
                                                                getRegion(),
                                                                getAccount()))))
                        .build());
        operationsKey.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("AlarmsOfThisAccount")
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                        .resources(List.of("*"))
                        .conditions(
                                Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                        .build());
    }

    private Repository imageRepository(Settings settings) {
        return Repository.Builder.create(this, "Images")
                .repositoryName("superbill-" + settings.stage())
                .imageTagMutability(TagMutability.IMMUTABLE)
                .imageScanOnPush(true)
                .encryption(RepositoryEncryption.KMS)
                .encryptionKey(dataKey)
                .lifecycleRules(
                        List.of(
                                LifecycleRule.builder()
                                        .description("the newest twenty")
                                        .maxImageCount(20)
                                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private BackupPlan backupPlan() {
        var vault =
                BackupVault.Builder.create(this, "Backups")
                        .encryptionKey(dataKey)
                        .blockRecoveryPointDeletion(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        var plan = BackupPlan.Builder.create(this, "BackupPlan").backupVault(vault).build();
        plan.addRule(
                BackupPlanRule.Builder.create()
                        .ruleName("daily")
                        .scheduleExpression(
                                Schedule.cron(CronOptions.builder().hour("5").minute("0").build()))
                        .deleteAfter(Duration.days(BACKUP_DAYS))
                        .build());
        return plan;
    }
}
