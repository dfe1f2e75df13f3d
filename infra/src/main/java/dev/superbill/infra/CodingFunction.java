package dev.superbill.infra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EcrImageCodeProps;
import software.amazon.awscdk.services.lambda.FileSystem;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Handler;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The function, its alias `live`, its log, its dead letters, and a role that may do what it does
/// and no more.
final class CodingFunction extends Construct {
    private static final String TASK = "/var/task/";

    private final Function function;
    private final Alias live;
    private final LogGroup log;
    private final Queue deadLetters;
    private final SecurityGroup group;

    /// What two functions differ in.
    ///
    /// @param timeout after which a call is given up
    /// @param reserved the most environments at once
    /// @param provisioned the environments kept started
    /// @param environment settings of the program beyond those that both have
    /// @param allowed what the role may do beyond that
    /// @param files what is mounted
    record Variant(
            Duration timeout,
            int reserved,
            int provisioned,
            Map<String, String> environment,
            List<PolicyStatement> allowed,
            Optional<FileSystem> files) {
        Variant {
            environment = Map.copyOf(environment);
            allowed = List.copyOf(allowed);
        }
    }

    CodingFunction(
            Construct scope,
            String id,
            Settings settings,
            DataStack data,
            NetworkStack network,
            Variant variant) {
        super(scope, id);
        this.log = new LogGroups(data.operationsKey(), settings.retention()).in(this, "Log");
        this.deadLetters =
                Queue.Builder.create(this, "DeadLetters")
                        .encryption(QueueEncryption.KMS)
                        .encryptionMasterKey(data.dataKey())
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(14))
                        .build();
        this.group =
                SecurityGroup.Builder.create(this, "Group")
                        .vpc(network.vpc())
                        .description("The function: out to S3 and DynamoDB, in from nowhere")
                        .allowAllOutbound(false)
                        .build();
        group.addEgressRule(
                Peer.anyIpv4(),
                Port.tcp(443),
                "S3 and DynamoDB, by their endpoints: the subnets have no other way");
        var role = role(settings, data, variant);
        this.function = function(settings, data, network, variant, role);
        this.live =
                Alias.Builder.create(this, "Live")
                        .aliasName("live")
                        .version(function.getCurrentVersion())
                        .provisionedConcurrentExecutions(
                                variant.provisioned() == 0 ? null : variant.provisioned())
                        .build();
    }

    Function function() {
        return function;
    }

    Alias live() {
        return live;
    }

    LogGroup log() {
        return log;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    SecurityGroup group() {
        return group;
    }

    private Function function(
            Settings settings, DataStack data, NetworkStack network, Variant variant, IRole role) {
        var builder =
                Function.Builder.create(this, "Function")
                        .description("Superbill: a clinical note in, coding decisions out")
                        .role(role)
                        .memorySize(settings.capacity().memory())
                        .timeout(variant.timeout())
                        .reservedConcurrentExecutions(variant.reserved())
                        .environment(environment(settings, data, variant))
                        .tracing(Tracing.ACTIVE)
                        .logGroup(log)
                        .loggingFormat(LoggingFormat.JSON)
                        .systemLogLevelV2(SystemLogLevel.INFO)
                        .deadLetterQueue(deadLetters)
                        .vpc(network.vpc())
                        .vpcSubnets(
                                SubnetSelection.builder()
                                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                                        .build())
                        .securityGroups(List.of(group));
        variant.files().ifPresent(builder::filesystem);
        switch (settings.artifact()) {
            case Settings.Artifact.Zip(var file, var architecture, var layout) ->
                    builder.runtime(Runtime.PROVIDED_AL2023)
                            .handler("bootstrap")
                            .architecture(architecture)
                            .code(
                                    Code.fromAsset(
                                            FunctionZip.checked(file, architecture, layout)
                                                    .toString()));
            case Settings.Artifact.Image(var digest, Architecture architecture) ->
                    builder.runtime(Runtime.FROM_IMAGE)
                            .handler(Handler.FROM_IMAGE)
                            .architecture(architecture)
                            .code(
                                    Code.fromEcrImage(
                                            data.images(),
                                            EcrImageCodeProps.builder()
                                                    .tagOrDigest(digest)
                                                    .build()));
            case Settings.Artifact.None _ ->
                    throw new IllegalStateException("there is no function without an artifact");
        }
        return builder.build();
    }

    private static Map<String, String> environment(
            Settings settings, DataStack data, Variant variant) {
        var environment = new HashMap<>(variant.environment());
        environment.put("DISABLE_SIGNAL_HANDLERS", "true");
        environment.put("SUPERBILL_STORE_KIND", "dynamodb");
        environment.put("SUPERBILL_STORE_TRAIL_TABLE", data.auditTrail().getTableName());
        environment.put("SUPERBILL_STORE_CONTENT_TABLE", data.auditContent().getTableName());
        // A function has no key of its own to keep notes with.
        environment.put("SUPERBILL_NOTES", "memory");
        if (!settings.codeSetPrefix().isEmpty()) {
            environment.put(
                    "SUPERBILL_CODESETS",
                    "s3://" + data.codeSets().getBucketName() + "/" + settings.codeSetPrefix());
        }
        switch (settings.artifact()) {
            case Settings.Artifact.Zip(_, _, var layout) -> {
                environment.put("SUPERBILL_CLASSIFIER_ENGINE", "OnnxRuntime");
                environment.put("SUPERBILL_CLASSIFIER_MODEL", TASK + layout.model());
                environment.put("SUPERBILL_CLASSIFIER_LIBRARIES", TASK + layout.libraries());
            }
            // Where its parts lie, the image knows itself.
            case Settings.Artifact.Image _ ->
                    environment.put("SUPERBILL_CLASSIFIER_ENGINE", "PyTorch");
            case Settings.Artifact.None _ -> {}
        }
        return environment;
    }

    /// A role whose policies are written here alone: none is added by what is connected to it.
    private IRole role(Settings settings, DataStack data, Variant variant) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(
                allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()));
        statements.add(allow(List.of("sqs:SendMessage"), deadLetters.getQueueArn()));
        statements.add(useKey(data, List.of("kms:Decrypt", "kms:GenerateDataKey"), "sqs"));
        statements.addAll(keepRecords(data));
        if (!settings.codeSetPrefix().isEmpty()) {
            statements.addAll(readCodeSets(settings, data));
        }
        statements.addAll(variant.allowed());
        // These actions take no resource.
        statements.add(allow(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), "*"));
        statements.addAll(joinNetwork());
        var policy =
                ManagedPolicy.Builder.create(this, "Policy")
                        .description("What Superbill's function may do")
                        .statements(statements)
                        .build();
        var role =
                Role.Builder.create(this, "Role")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .managedPolicies(List.of(policy))
                        .build();
        return Role.fromRoleArn(
                this,
                "FixedRole",
                role.getRoleArn(),
                FromRoleArnOptions.builder().mutable(false).build());
    }

    static PolicyStatement allow(List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    /// The use of the key by way of one service.
    PolicyStatement useKey(DataStack data, List<String> actions, String service) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(data.dataKey().getKeyArn()))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of(
                                        "kms:ViaService",
                                        service
                                                + "."
                                                + Stack.of(this).getRegion()
                                                + ".amazonaws.com")))
                .build();
    }

    /// A transaction of puts asks for the right to put. Nothing is changed in place or deleted.
    private List<PolicyStatement> keepRecords(DataStack data) {
        return List.of(
                PolicyStatement.Builder.create()
                        .actions(List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"))
                        .resources(
                                List.of(
                                        data.auditTrail().getTableArn(),
                                        data.auditContent().getTableArn()))
                        .build(),
                useKey(data, List.of("kms:Decrypt"), "dynamodb"));
    }

    private List<PolicyStatement> readCodeSets(Settings settings, DataStack data) {
        var prefix = settings.codeSetPrefix();
        return List.of(
                allow(List.of("s3:GetObject"), data.codeSets().arnForObjects(prefix + "*")),
                PolicyStatement.Builder.create()
                        .actions(List.of("s3:ListBucket"))
                        .resources(List.of(data.codeSets().getBucketArn()))
                        .conditions(Map.of("StringEquals", Map.of("s3:prefix", prefix)))
                        .build(),
                useKey(data, List.of("kms:Decrypt"), "s3"));
    }

    /// Lambda joins the network in the name of the role, by actions that take no resource; what
    /// runs inside the function is denied them.
    private List<PolicyStatement> joinNetwork() {
        var actions =
                List.of(
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:CreateNetworkInterface",
                        "ec2:DeleteNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:UnassignPrivateIpAddresses");
        var stack = Stack.of(this);
        return List.of(
                allow(actions, "*"),
                PolicyStatement.Builder.create()
                        .effect(Effect.DENY)
                        .actions(actions)
                        .resources(List.of("*"))
                        .conditions(
                                Map.of(
                                        "ArnLike",
                                        Map.of(
                                                "lambda:SourceFunctionArn",
                                                "arn:%s:lambda:%s:%s:function:*"
                                                        .formatted(
                                                                stack.getPartition(),
                                                                stack.getRegion(),
                                                                stack.getAccount()))))
                        .build());
    }
}
