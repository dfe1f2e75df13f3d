package dev.superbill.infra;

import static dev.superbill.infra.Resources.elements;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyLogHasAnEndAndAKey(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::Logs::LogGroup"))
                .hasSizeGreaterThan(4)
                .allSatisfy(log -> {
                    assertThat(log.at("/RetentionInDays").asInt()).isEqualTo(2192);
                    assertThat(log.at("/KmsKeyId").isMissingNode()).isFalse();
                });
    }

    @Test
    void theTimeThatLogsAreKeptCanBeChosen() {
        assertThat(
                        Deployment.with(Map.of("retention", "ONE_YEAR", "package", "none"))
                                .resources("network")
                                .only("AWS::Logs::LogGroup")
                                .at("/RetentionInDays")
                                .asInt())
                .isEqualTo(365);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyFunctionWritesToALogOfItsOwn(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::Lambda::Function"))
                .isNotEmpty()
                .allMatch(function -> function.at("/LoggingConfig/LogGroup").has("Ref"));
    }

    /// A path as sent names a code, and a query can be words about a patient.
    @Test
    void accessLogsHoldNothingThatACallerSent() {
        var service = Deployment.zip().resources("service");
        var rest = service.only("AWS::ApiGateway::Stage").at("/AccessLogSetting/Format").asText();
        var http =
                service.only("AWS::ApiGatewayV2::Stage").at("/AccessLogSettings/Format").asText();

        assertThat(List.of(rest, http))
                .allSatisfy(format ->
                        assertThat(VARIABLE.matcher(format).results().map(found -> found.group(1)))
                                .contains("requestId", "status", "identity.sourceIp")
                                .doesNotContain(
                                        "path",
                                        "protocol.path",
                                        "requestOverride.path",
                                        "error.message",
                                        "error.messageString",
                                        "error.validationErrorString",
                                        "customDomain.basePathMatched")
                                .noneMatch(name ->
                                        name.contains("query")
                                                || name.contains("body")
                                                || name.contains("header")));
    }

    @Test
    void theRestApiTracesNoBodies() {
        var stage = Deployment.zip().resources("service").only("AWS::ApiGateway::Stage");
        assertThat(elements(stage.at("/MethodSettings")))
                .isNotEmpty()
                .allSatisfy(setting -> {
                    assertThat(setting.path("DataTraceEnabled").asBoolean(true)).isFalse();
                    assertThat(setting.path("LoggingLevel").asText()).isEqualTo("ERROR");
                });
    }

    @Test
    void theLogThatApiGatewayWouldMakeIsMadeBefore() {
        var service = Deployment.zip().resources("service");
        var log =
                service.of("AWS::Logs::LogGroup").stream()
                        .filter(group ->
                                group.at("/LogGroupName")
                                        .toString()
                                        .contains("API-Gateway-Execution-Logs_"))
                        .findFirst()
                        .orElseThrow();
        assertThat(elements(service.only("AWS::ApiGateway::Stage").whole().path("DependsOn")))
                .anyMatch(id -> id.asText().equals(log.id()));
    }

    @Test
    void theFirewallLogsNeitherSecretsNorQueriesAndKeepsNoSamples() {
        var service = Deployment.zip().resources("service");
        var redacted =
                service.only("AWS::WAFv2::LoggingConfiguration").at("/RedactedFields").toString();
        assertThat(redacted).contains("authorization", "x-api-key", "QueryString", "UriPath");
        var acl = service.only("AWS::WAFv2::WebACL");
        assertThat(acl.at("/VisibilityConfig/SampledRequestsEnabled").asBoolean(true)).isFalse();
        assertThat(elements(acl.at("/Rules")))
                .hasSize(4)
                .noneMatch(rule ->
                        rule.at("/VisibilityConfig/SampledRequestsEnabled").asBoolean(true));
    }

    @Test
    void theNetworkIsLogged() {
        assertThat(
                        Deployment.zip()
                                .resources("network")
                                .only("AWS::EC2::FlowLog")
                                .at("/TrafficType")
                                .asText())
                .isEqualTo("ALL");
    }
}
