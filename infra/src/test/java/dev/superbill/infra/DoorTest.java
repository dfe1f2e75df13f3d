package dev.superbill.infra;

import static dev.superbill.infra.Resources.elements;
import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DoorTest {
    private final Resources service = Deployment.zip().resources("service");

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theFunctionUrlAsksForIam(Deployment deployment) {
        var url = deployment.resources("service").only("AWS::Lambda::Url");
        assertThat(url.at("/AuthType").asText()).isEqualTo("AWS_IAM");
        assertThat(url.at("/Qualifier").asText()).isEqualTo("live");
        assertThat(url.at("/Cors").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyCallOfTheRestApiIsSignedAndHasAKey(Deployment deployment) {
        assertThat(deployment.resources("service").of("AWS::ApiGateway::Method"))
                .hasSameSizeAs(Routes.ALL)
                .allSatisfy(method -> {
                    assertThat(method.at("/AuthorizationType").asText()).isEqualTo("AWS_IAM");
                    assertThat(method.at("/ApiKeyRequired").asBoolean()).isTrue();
                });
    }

    @Test
    void everyCallOfTheHttpApiIsSigned() {
        assertThat(service.of("AWS::ApiGatewayV2::Route"))
                .hasSameSizeAs(Routes.ALL)
                .allMatch(route -> route.at("/AuthorizationType").asText().equals("AWS_IAM"));
    }

    @Test
    void everyCallOfTheHttpApiHasATokenWhereAnIssuerIsNamed() {
        var told = Deployment.everything().resources("service");
        assertThat(told.of("AWS::ApiGatewayV2::Route"))
                .hasSameSizeAs(Routes.ALL)
                .allMatch(route -> route.at("/AuthorizationType").asText().equals("JWT"));
        var authorizer = told.only("AWS::ApiGatewayV2::Authorizer");
        assertThat(authorizer.at("/JwtConfiguration/Issuer").asText())
                .isEqualTo("https://issuer.example.org/");
        assertThat(texts(authorizer.at("/JwtConfiguration/Audience"))).containsExactly("superbill");
    }

    @Test
    void bothGatewaysThrottle() {
        var rest = service.only("AWS::ApiGateway::Stage").at("/MethodSettings/0");
        assertThat(rest.path("ThrottlingRateLimit").asInt()).isEqualTo(50);
        assertThat(rest.path("ThrottlingBurstLimit").asInt()).isEqualTo(100);
        var http = service.only("AWS::ApiGatewayV2::Stage").at("/DefaultRouteSettings");
        assertThat(http.path("ThrottlingRateLimit").asInt()).isEqualTo(50);
        assertThat(http.path("ThrottlingBurstLimit").asInt()).isEqualTo(100);
    }

    @Test
    void aKeyHasAPlanWithAQuota() {
        var plan = service.only("AWS::ApiGateway::UsagePlan");
        assertThat(plan.at("/Quota/Limit").asInt()).isEqualTo(100_000);
        assertThat(plan.at("/Quota/Period").asText()).isEqualTo("DAY");
        assertThat(plan.at("/Throttle/RateLimit").asInt()).isEqualTo(50);
        var key = service.only("AWS::ApiGateway::ApiKey");
        assertThat(key.at("/Value").isMissingNode()).isTrue();
        assertThat(service.only("AWS::ApiGateway::UsagePlanKey").at("/KeyId/Ref").asText())
                .isEqualTo(key.id());
    }

    @Test
    void aNoteAndItsServiceDateAreRequiredBeforeTheFunctionIsReached() {
        var model = model("Suggestion");
        assertThat(texts(model.at("/Schema/required")))
                .containsExactlyInAnyOrder("note", "encounter");
        assertThat(texts(model.at("/Schema/properties/note/required"))).containsExactly("text");
        assertThat(texts(model.at("/Schema/properties/encounter/required")))
                .containsExactly("serviceDate");
        assertThat(model.at("/Schema/additionalProperties").isMissingNode()).isTrue();
    }

    @Test
    void aClaimHasLinesWithCodes() {
        var model = model("Claim");
        assertThat(texts(model.at("/Schema/required")))
                .containsExactlyInAnyOrder("encounter", "lines");
        assertThat(texts(model.at("/Schema/properties/lines/items/required")))
                .containsExactly("code");
    }

    @Test
    void bodiesOfBothPostsAreChecked() {
        var validators =
                service.of("AWS::ApiGateway::RequestValidator").stream()
                        .filter(validator -> validator.at("/ValidateRequestBody").asBoolean())
                        .map(Resources.Resource::id)
                        .toList();
        assertThat(service.of("AWS::ApiGateway::Method"))
                .filteredOn(method -> method.at("/HttpMethod").asText().equals("POST"))
                .hasSize(2)
                .allSatisfy(method -> {
                    assertThat(method.at("/RequestModels").has("application/json")).isTrue();
                    assertThat(validators).contains(method.at("/RequestValidatorId/Ref").asText());
                });
    }

    @Test
    void aSearchHasWords() {
        assertThat(service.of("AWS::ApiGateway::Method"))
                .filteredOn(method ->
                        method.at("/RequestParameters")
                                .path("method.request.querystring.q")
                                .asBoolean())
                .singleElement()
                .matches(method -> !method.at("/RequestValidatorId").isMissingNode());
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST_BODY, 400, invalid-request",
        "BAD_REQUEST_PARAMETERS, 400, invalid-request",
        "REQUEST_TOO_LARGE, 413, too-large",
        "UNSUPPORTED_MEDIA_TYPE, 415, unsupported-media-type",
        "THROTTLED, 429, too-many-requests",
        "QUOTA_EXCEEDED, 429, quota-exceeded",
        "DEFAULT_4XX, 403, forbidden",
        "DEFAULT_5XX, 503, unavailable"
    })
    void whatTheGatewayRefusesIsAProblemOfTheInterface(String kind, int status, String type)
            throws JsonProcessingException {
        var refusal =
                service.of("AWS::ApiGateway::GatewayResponse").stream()
                        .filter(response -> response.at("/ResponseType").asText().equals(kind))
                        .findFirst()
                        .orElseThrow();
        assertThat(refusal.at("/StatusCode").asInt()).isEqualTo(status);
        assertThat(
                        refusal.at("/ResponseParameters")
                                .path("gatewayresponse.header.Content-Type")
                                .asText())
                .isEqualTo("'application/problem+json'");
        assertThat(refusal.at("/ResponseParameters").has("gatewayresponse.header.Retry-After"))
                .isEqualTo(status == 429 || status == 503);
        var body = refusal.at("/ResponseTemplates").path("application/json").asText();
        // A word of API Gateway's could quote the request.
        assertThat(body).doesNotContain("$");
        var problem = new JsonMapper().readTree(body);
        assertThat(problem.path("type").asText()).isEqualTo("urn:superbill:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("errors").isArray()).isTrue();
    }

    @Test
    void noPageOfABrowserMayCallUnlessNamed() {
        assertThat(service.only("AWS::ApiGatewayV2::Api").at("/CorsConfiguration").isMissingNode())
                .isTrue();
        assertThat(service.of("AWS::ApiGateway::Method"))
                .noneMatch(method -> method.at("/HttpMethod").asText().equals("OPTIONS"));
        assertThat(
                        texts(
                                Deployment.everything()
                                        .resources("service")
                                        .only("AWS::ApiGatewayV2::Api")
                                        .at("/CorsConfiguration/AllowOrigins")))
                .containsExactly("https://workbench.example.org");
    }

    @Test
    void theFirewallStandsBeforeTheRestApi() {
        var association = service.only("AWS::WAFv2::WebACLAssociation");
        assertThat(association.at("/ResourceArn").toString())
                .contains("/restapis/", service.only("AWS::ApiGateway::Stage").id());
        var rules = service.only("AWS::WAFv2::WebACL").at("/Rules");
        assertThat(elements(rules).map(rule -> rule.path("Name").asText()))
                .containsExactly(
                        "limit",
                        "AWSManagedRulesAmazonIpReputationList",
                        "AWSManagedRulesKnownBadInputsRuleSet",
                        "AWSManagedRulesCommonRuleSet");
        assertThat(rules.at("/0/Statement/RateBasedStatement/Limit").asInt()).isEqualTo(2000);
        assertThat(rules.at("/0/Action").has("Block")).isTrue();
    }

    /// A note of three pages would be blocked otherwise.
    @Test
    void theFirewallLetsLongNotesPass() {
        var overrides =
                service.only("AWS::WAFv2::WebACL")
                        .at("/Rules/3/Statement/ManagedRuleGroupStatement/RuleActionOverrides");
        assertThat(elements(overrides))
                .allMatch(override -> override.at("/ActionToUse").has("Count"))
                .extracting(override -> override.path("Name").asText())
                .contains("SizeRestrictions_BODY")
                .allMatch(name -> name.endsWith("_BODY"));
    }

    @Test
    void whoMayCallIsSaidInAPolicyThatNobodyHasYet() {
        var policy =
                service.of("AWS::IAM::ManagedPolicy").stream()
                        .filter(candidate -> candidate.toString().startsWith("Callers"))
                        .findFirst()
                        .orElseThrow();
        assertThat(List.of("/Roles", "/Users", "/Groups"))
                .allMatch(attached -> policy.at(attached).isMissingNode());
        assertThat(elements(policy.at("/PolicyDocument/Statement")))
                .flatExtracting(statement -> texts(statement.path("Action")))
                .containsExactlyInAnyOrder(
                        "execute-api:Invoke", "lambda:InvokeFunctionUrl", "lambda:InvokeFunction");
    }

    @Test
    void thereIsNoSettingOfTheAccountWhereItIsNotWanted() {
        assertThat(service.of("AWS::ApiGateway::Account")).hasSize(1);
        assertThat(
                        Deployment.with(Map.of("gatewayLogRole", "false"))
                                .resources("service")
                                .of("AWS::ApiGateway::Account"))
                .isEmpty();
    }

    private Resources.Resource model(String name) {
        return service.of("AWS::ApiGateway::Model").stream()
                .filter(model -> model.at("/Name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
