package dev.superbill.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.ApiKeyOptions;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.JsonSchema;
import software.amazon.awscdk.services.apigateway.JsonSchemaType;
import software.amazon.awscdk.services.apigateway.JsonSchemaVersion;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Model;
import software.amazon.awscdk.services.apigateway.ModelOptions;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.RequestValidator;
import software.amazon.awscdk.services.apigateway.RequestValidatorOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/// The REST API: calls signed by IAM and counted by key, checked before they reach the function,
/// and refused as problems of the interface.
final class RestDoor extends Construct {
    private static final String JSON = "application/json";

    private final RestApi api;
    private final String keyId;

    RestDoor(Construct scope, String id, Settings settings, LogGroups logs, IFunction function) {
        super(scope, id);
        this.api = api(settings, logs);
        logExecution(logs);
        addRoutes(function);
        refuseAsProblems();
        this.keyId = usagePlan(settings);
    }

    String url() {
        return api.getUrl();
    }

    String keyId() {
        return keyId;
    }

    String name() {
        return api.getRestApiName();
    }

    Stage stage() {
        return api.getDeploymentStage();
    }

    /// Every call of the stage.
    String arnForCalls() {
        return api.arnForExecuteApi("*", "/v1/*", stage().getStageName());
    }

    private RestApi api(Settings settings, LogGroups logs) {
        var made =
                RestApi.Builder.create(this, "Api")
                        .restApiName("superbill-" + settings.stage())
                        .description("Superbill: a clinical note in, coding decisions out")
                        .endpointConfiguration(
                                EndpointConfiguration.builder()
                                        .types(List.of(EndpointType.REGIONAL))
                                        .build())
                        .cloudWatchRole(settings.gatewayLogRole() == Settings.Choice.YES)
                        .cloudWatchRoleRemovalPolicy(
                                settings.gatewayLogRole() == Settings.Choice.YES
                                        ? RemovalPolicy.RETAIN
                                        : null)
                        .disableExecuteApiEndpoint(false)
                        .deployOptions(
                                StageOptions.builder()
                                        .stageName("live")
                                        .tracingEnabled(true)
                                        .metricsEnabled(true)
                                        .loggingLevel(MethodLoggingLevel.ERROR)
                                        .dataTraceEnabled(false)
                                        .accessLogDestination(
                                                new LogGroupLogDestination(
                                                        logs.in(this, "AccessLog")))
                                        .accessLogFormat(AccessLogFormat.custom(AccessLog.rest()))
                                        .throttlingRateLimit(settings.limits().perSecond())
                                        .throttlingBurstLimit(settings.limits().burst())
                                        .build())
                        .build();
        Acknowledged.finding(
                made.getDeploymentStage(),
                "APIGWCacheEnabledAndEncrypted",
                "Answers quote notes: no cache keeps them.");
        Acknowledged.finding(
                made.getDeploymentStage(),
                "APIGWSSLEnabled",
                "A client certificate is for a backend that is reached over HTTP; here API Gateway"
                        + " invokes Lambda by AWS's own signed API, over TLS.");
        return made;
    }

    /// API Gateway makes this group by itself, without a key and without an end, unless it is
    /// there.
    private void logExecution(LogGroups logs) {
        var group =
                logs.in(
                        this,
                        "ExecutionLog",
                        "API-Gateway-Execution-Logs_" + api.getRestApiId() + "/live");
        stage().getNode().addDependency(group);
    }

    private void addRoutes(IFunction function) {
        var integration =
                new LambdaIntegration(
                        function,
                        LambdaIntegrationOptions.builder()
                                .proxy(true)
                                .allowTestInvoke(false)
                                .build());
        var body = validator("Body");
        var parameters = validator("Parameters");
        var suggestion = model("Suggestion", Map.of("note", note(), "encounter", encounter()));
        var claim =
                model(
                        "Claim",
                        Map.of(
                                "encounter",
                                encounter(),
                                "lines",
                                JsonSchema.builder()
                                        .type(JsonSchemaType.ARRAY)
                                        .minItems(1)
                                        .maxItems(100)
                                        .items(object(Map.of("code", text())))
                                        .build()));
        for (var route : Routes.ALL) {
            var method =
                    MethodOptions.builder()
                            .authorizationType(AuthorizationType.IAM)
                            .apiKeyRequired(true);
            switch (route.path()) {
                case Routes.SUGGESTIONS ->
                        method.requestValidator(body).requestModels(Map.of(JSON, suggestion));
                case Routes.CLAIMS ->
                        method.requestValidator(body).requestModels(Map.of(JSON, claim));
                case Routes.SEARCH ->
                        method.requestValidator(parameters)
                                .requestParameters(Map.of("method.request.querystring.q", true));
                default -> method.requestValidator(parameters);
            }
            api.getRoot()
                    .resourceForPath(route.path())
                    .addMethod(route.method(), integration, method.build());
        }
    }

    private RequestValidator validator(String what) {
        return api.addRequestValidator(
                what,
                RequestValidatorOptions.builder()
                        .validateRequestBody(what.equals("Body"))
                        .validateRequestParameters(what.equals("Parameters"))
                        .build());
    }

    /// Only what the interface requires: all else is the function's to judge, which says where a
    /// request is wrong.
    private Model model(String name, Map<String, JsonSchema> required) {
        return api.addModel(
                name,
                ModelOptions.builder()
                        .contentType(JSON)
                        .modelName(name)
                        .schema(
                                JsonSchema.builder()
                                        .schema(JsonSchemaVersion.DRAFT4)
                                        .title(name)
                                        .type(JsonSchemaType.OBJECT)
                                        .required(required.keySet().stream().sorted().toList())
                                        .properties(required)
                                        .build())
                        .build());
    }

    private static JsonSchema note() {
        return object(Map.of("text", text()));
    }

    private static JsonSchema encounter() {
        return object(Map.of("serviceDate", text()));
    }

    private static JsonSchema object(Map<String, JsonSchema> required) {
        return JsonSchema.builder()
                .type(JsonSchemaType.OBJECT)
                .required(required.keySet().stream().sorted().toList())
                .properties(required)
                .build();
    }

    private static JsonSchema text() {
        return JsonSchema.builder().type(JsonSchemaType.STRING).build();
    }

    /// What API Gateway refuses by itself. Its own words are left out: they can quote the request.
    private void refuseAsProblems() {
        refuse(
                ResponseType.BAD_REQUEST_BODY,
                new Refusal(
                        400,
                        "invalid-request",
                        "The request breaks the interface",
                        "The body is no JSON, or a field that is required is missing or of another"
                                + " type."));
        refuse(
                ResponseType.BAD_REQUEST_PARAMETERS,
                new Refusal(
                        400,
                        "invalid-request",
                        "The request breaks the interface",
                        "A parameter that is required is missing."));
        refuse(
                ResponseType.UNSUPPORTED_MEDIA_TYPE,
                new Refusal(
                        415,
                        "unsupported-media-type",
                        "The body must be JSON",
                        "Send the body as application/json, encoded in UTF-8."));
        refuse(
                ResponseType.REQUEST_TOO_LARGE,
                new Refusal(
                        413,
                        "too-large",
                        "The request is too large",
                        "A request has at most 1048576 bytes."));
        var tooMany = "Too many requests";
        refuse(
                ResponseType.THROTTLED,
                new Refusal(429, "too-many-requests", tooMany, "Ask again after the time told."));
        refuse(
                ResponseType.QUOTA_EXCEEDED,
                new Refusal(
                        429, "quota-exceeded", tooMany, "The key's quota of the day is used up."));
        refuse(
                ResponseType.RESOURCE_NOT_FOUND,
                new Refusal(
                        404,
                        "not-found",
                        "There is nothing at this path",
                        "The interface is described in its OpenAPI document."));
        refuse(
                ResponseType.DEFAULT_4_XX,
                new Refusal(
                        403,
                        "forbidden",
                        "The caller may not do this",
                        "The call is not of the interface, or not signed and keyed as agreed."));
        refuse(
                ResponseType.DEFAULT_5_XX,
                new Refusal(
                        503,
                        "unavailable",
                        "A part that the request needs is down",
                        "Ask again after the time told."));
    }

    private record Refusal(int status, String type, String title, String detail) {
        String body() {
            return """
            {"type":"urn:superbill:problem:%s","title":"%s","status":%d,"detail":"%s","errors":[]}\
            """
                    .formatted(type, title, status, detail);
        }

        Map<String, String> headers() {
            var type = "'application/problem+json'";
            return switch (status) {
                case 429, 503 -> Map.of("Content-Type", type, "Retry-After", "'5'");
                default -> Map.of("Content-Type", type);
            };
        }
    }

    private void refuse(ResponseType kind, Refusal refusal) {
        api.addGatewayResponse(
                kind.getResponseType(),
                GatewayResponseOptions.builder()
                        .type(kind)
                        .statusCode(Integer.toString(refusal.status()))
                        .templates(Map.of(JSON, refusal.body()))
                        .responseHeaders(refusal.headers())
                        .build());
    }

    private String usagePlan(Settings settings) {
        var plan =
                api.addUsagePlan(
                        "Plan",
                        UsagePlanProps.builder()
                                .description("What one caller may ask")
                                .throttle(
                                        ThrottleSettings.builder()
                                                .rateLimit(settings.limits().perSecond())
                                                .burstLimit(settings.limits().burst())
                                                .build())
                                .quota(
                                        QuotaSettings.builder()
                                                .limit(settings.limits().perDay())
                                                .period(Period.DAY)
                                                .build())
                                .apiStages(
                                        List.of(
                                                UsagePlanPerApiStage.builder()
                                                        .api(api)
                                                        .stage(stage())
                                                        .build()))
                                .build());
        var key =
                api.addApiKey(
                        "FirstCaller",
                        ApiKeyOptions.builder()
                                .description("The first caller; add one for each further caller")
                                .build());
        plan.addApiKey(key);
        return key.getKeyId();
    }
}
