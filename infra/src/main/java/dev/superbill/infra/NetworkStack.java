package dev.superbill.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// A network without a way out: what reads notes reaches the bucket of code sets, the tables of the
/// audit trail and nothing else.
final class NetworkStack extends Stack {
    private final Vpc vpc;

    NetworkStack(Construct scope, String id, StackProps props, Settings settings, DataStack data) {
        super(scope, id, props);
        this.vpc =
                Vpc.Builder.create(this, "Network")
                        .ipAddresses(IpAddresses.cidr("10.42.0.0/22"))
                        .maxAzs(2)
                        .natGateways(0)
                        .restrictDefaultSecurityGroup(false)
                        .subnetConfiguration(
                                List.of(
                                        SubnetConfiguration.builder()
                                                .name("closed")
                                                .subnetType(SubnetType.PRIVATE_ISOLATED)
                                                .cidrMask(24)
                                                .build()))
                        .build();
        Acknowledged.finding(
                vpc,
                "VPCDefaultSecurityGroupClosed",
                "CloudFormation cannot empty the default group without a function of its own that"
                        + " may change groups; nothing is in it: all that has an address here"
                        + " names its own group.");
        reachCodeSets(data);
        reachAuditTrail(data);
        logFlows(new LogGroups(data.operationsKey(), settings.retention()));
    }

    Vpc vpc() {
        return vpc;
    }

    private void reachCodeSets(DataStack data) {
        var endpoint =
                vpc.addGatewayEndpoint(
                        "S3",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build());
        endpoint.addToPolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new AnyPrincipal()))
                        .actions(List.of("s3:GetObject", "s3:ListBucket"))
                        .resources(
                                List.of(
                                        data.codeSets().getBucketArn(),
                                        data.codeSets().arnForObjects("*")))
                        .conditions(
                                Map.of(
                                        "StringEquals",
                                        Map.of("aws:PrincipalAccount", getAccount())))
                        .build());
    }

    private void reachAuditTrail(DataStack data) {
        var endpoint =
                vpc.addGatewayEndpoint(
                        "DynamoDb",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.DYNAMODB)
                                .build());
        endpoint.addToPolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new AnyPrincipal()))
                        .actions(List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"))
                        .resources(
                                List.of(
                                        data.auditTrail().getTableArn(),
                                        data.auditContent().getTableArn()))
                        .conditions(
                                Map.of(
                                        "StringEquals",
                                        Map.of("aws:PrincipalAccount", getAccount())))
                        .build());
    }

    private void logFlows(LogGroups logs) {
        var group = logs.in(this, "Flows");
        var writing =
                ManagedPolicy.Builder.create(this, "FlowLogPolicy")
                        .statements(
                                List.of(
                                        PolicyStatement.Builder.create()
                                                .actions(
                                                        List.of(
                                                                "logs:CreateLogStream",
                                                                "logs:DescribeLogStreams",
                                                                "logs:PutLogEvents"))
                                                .resources(List.of(group.getLogGroupArn()))
                                                .build()))
                        .build();
        var role =
                Role.Builder.create(this, "FlowLogRole")
                        .assumedBy(new ServicePrincipal("vpc-flow-logs.amazonaws.com"))
                        .managedPolicies(List.of(writing))
                        .build();
        vpc.addFlowLog(
                "FlowLog",
                FlowLogOptions.builder()
                        .destination(
                                FlowLogDestination.toCloudWatchLogs(
                                        group, role.withoutPolicyUpdates()))
                        .trafficType(FlowLogTrafficType.ALL)
                        .build());
    }
}
