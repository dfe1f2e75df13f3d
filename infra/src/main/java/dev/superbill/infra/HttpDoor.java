package dev.superbill.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/// The HTTP API: cheaper and quicker than the REST API, signed by IAM or with tokens of an issuer,
/// and without what HTTP APIs do not have: firewall, usage plans, checks of requests, traces.
final class HttpDoor extends Construct {
    private final HttpApi api;

    HttpDoor(Construct scope, String id, Settings settings, LogGroups logs, IFunction function) {
        super(scope, id);
        this.api = api(settings);
        var integration = new HttpLambdaIntegration("Function", function);
        var authorizer = authorizer(settings);
        for (var route : Routes.ALL) {
            api.addRoutes(
                    AddRoutesOptions.builder()
                            .path(route.path())
                            .methods(List.of(HttpMethod.valueOf(route.method())))
                            .integration(integration)
                            .authorizer(authorizer)
                            .build());
        }
        var stage =
                HttpStage.Builder.create(this, "Stage")
                        .httpApi(api)
                        .stageName("$default")
                        .autoDeploy(true)
                        .detailedMetricsEnabled(true)
                        .throttle(
                                ThrottleSettings.builder()
                                        .rateLimit(settings.limits().perSecond())
                                        .burstLimit(settings.limits().burst())
                                        .build())
                        .build();
        if (stage.getNode().getDefaultChild() instanceof CfnStage made) {
            made.setAccessLogSettings(
                    CfnStage.AccessLogSettingsProperty.builder()
                            .destinationArn(logs.in(this, "AccessLog").getLogGroupArn())
                            .format(AccessLog.http())
                            .build());
        }
    }

    String url() {
        return api.getApiEndpoint();
    }

    String apiId() {
        return api.getApiId();
    }

    /// Every call of the interface.
    String arnForCalls() {
        return api.arnForExecuteApi("*", "/v1/*", "$default");
    }

    private HttpApi api(Settings settings) {
        var builder =
                HttpApi.Builder.create(this, "Api")
                        .apiName("superbill-" + settings.stage())
                        .description("Superbill: a clinical note in, coding decisions out")
                        .createDefaultStage(false);
        if (!settings.origins().isEmpty()) {
            builder.corsPreflight(
                    CorsPreflightOptions.builder()
                            .allowOrigins(settings.origins())
                            .allowMethods(List.of(CorsHttpMethod.GET, CorsHttpMethod.POST))
                            .allowHeaders(List.of("authorization", "content-type"))
                            .maxAge(Duration.hours(1))
                            .build());
        }
        return builder.build();
    }

    private static IHttpRouteAuthorizer authorizer(Settings settings) {
        if (settings.issuer().isEmpty()) {
            return new HttpIamAuthorizer();
        }
        var issuer = settings.issuer().get();
        return HttpJwtAuthorizer.Builder.create("Token", issuer.url())
                .jwtAudience(issuer.audience())
                .build();
    }
}
