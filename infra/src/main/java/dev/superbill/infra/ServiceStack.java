package dev.superbill.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.InvokeMode;
import software.constructs.Construct;

/// The function and its three doors: REST API, HTTP API and Function URL, with what watches them.
final class ServiceStack extends Stack {
    /// Less than what either gateway waits for.
    private static final Duration TIMEOUT = Duration.seconds(25);

    ServiceStack(
            Construct scope,
            String id,
            StackProps props,
            Settings settings,
            DataStack data,
            NetworkStack network) {
        super(scope, id, props);
        var logs = new LogGroups(data.operationsKey(), settings.retention());
        var coding =
                new CodingFunction(
                        this,
                        "Coding",
                        settings,
                        data,
                        network,
                        new CodingFunction.Variant(
                                TIMEOUT,
                                settings.capacity().reserved(),
                                settings.capacity().provisioned(),
                                Map.of(),
                                List.of(),
                                Optional.empty()));
        var rest = new RestDoor(this, "Rest", settings, logs, coding.live());
        var http = new HttpDoor(this, "Http", settings, logs, coding.live());
        new Firewall(this, "Firewall", settings, logs, rest.stage());
        var url =
                coding.live()
                        .addFunctionUrl(
                                FunctionUrlOptions.builder()
                                        .authType(FunctionUrlAuthType.AWS_IAM)
                                        .invokeMode(InvokeMode.BUFFERED)
                                        .build());
        var alarms =
                new Alarms(
                        this,
                        "Alarms",
                        settings,
                        "Superbill/" + settings.stage(),
                        data.alarmTopic());
        alarms.watch(coding);
        alarms.watchTime(coding);
        alarms.watch(rest, http);
        alarms.watchUrl(coding);
        var callers = callers(coding, rest, http);
        output("RestUrl", rest.url());
        output("HttpUrl", http.url());
        output("FunctionUrl", url.getUrl());
        output("ApiKeyId", rest.keyId());
        output("CallerPolicy", callers.getManagedPolicyArn());
    }

    /// What a caller's role needs: attached to none, so that nobody may call before somebody says
    /// who.
    private ManagedPolicy callers(CodingFunction coding, RestDoor rest, HttpDoor http) {
        var live = coding.live().getFunctionArn();
        return ManagedPolicy.Builder.create(this, "Callers")
                .description("May call Superbill by its REST API, its HTTP API or its Function URL")
                .statements(
                        List.of(
                                PolicyStatement.Builder.create()
                                        .actions(List.of("execute-api:Invoke"))
                                        .resources(List.of(rest.arnForCalls(), http.arnForCalls()))
                                        .build(),
                                PolicyStatement.Builder.create()
                                        .actions(List.of("lambda:InvokeFunctionUrl"))
                                        .resources(List.of(live))
                                        .conditions(
                                                Map.of(
                                                        "StringEquals",
                                                        Map.of(
                                                                "lambda:FunctionUrlAuthType",
                                                                "AWS_IAM")))
                                        .build(),
                                PolicyStatement.Builder.create()
                                        .actions(List.of("lambda:InvokeFunction"))
                                        .resources(List.of(live))
                                        .conditions(
                                                Map.of(
                                                        "Bool",
                                                        Map.of(
                                                                "lambda:InvokedViaFunctionUrl",
                                                                "true")))
                                        .build()))
                .build();
    }

    private void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }
}
