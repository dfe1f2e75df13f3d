package dev.superbill.infra;

import static dev.superbill.infra.Resources.elements;
import static dev.superbill.infra.Resources.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmTest {
    private final Resources service = Deployment.zip().resources("service");

    static List<Deployment> deployments() {
        return Deployment.all();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS/Lambda, Duration, p99, 500",
        "AWS/Lambda, Errors, Sum, 1",
        "AWS/Lambda, Throttles, Sum, 1",
        "AWS/Lambda, Url5xxCount, Sum, 1",
        "AWS/SQS, ApproximateNumberOfMessagesVisible, Maximum, 1",
        "AWS/ApiGateway, 5XXError, Sum, 1",
        "AWS/ApiGateway, 5xx, Sum, 1",
        "AWS/ApiGateway, Latency, p99, 1500",
        "Superbill/dev, InitDuration, p99, 1000",
        "Superbill/dev, Faults, Sum, 1"
    })
    void thereIsAnAlarmOn(String namespace, String metric, String statistic, int threshold) {
        assertThat(service.of("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.at("/Namespace").asText().equals(namespace))
                .filteredOn(alarm -> alarm.at("/MetricName").asText().equals(metric))
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    assertThat(statistic)
                            .isIn(
                                    alarm.at("/Statistic").asText(),
                                    alarm.at("/ExtendedStatistic").asText());
                    assertThat(alarm.at("/Threshold").asInt()).isEqualTo(threshold);
                });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyAlarmTellsSomebody(Deployment deployment) {
        assertThat(deployment.everyResources())
                .flatExtracting(resources -> resources.of("AWS::CloudWatch::Alarm"))
                .hasSizeGreaterThan(8)
                .allMatch(alarm -> alarm.at("/AlarmActions").size() == 1);
    }

    /// The name of the field is that of Lambda's report of a first call.
    @Test
    void theTimeOfAStartIsReadFromTheReportThatLambdaLogs() {
        var function = service.only("AWS::Lambda::Function");
        assertThat(function.at("/LoggingConfig/LogFormat").asText()).isEqualTo("JSON");
        assertThat(function.at("/LoggingConfig/SystemLogLevel").asText()).isEqualTo("INFO");
        assertThat(service.of("AWS::Logs::MetricFilter"))
                .filteredOn(filter ->
                        filter.at("/MetricTransformations/0/MetricName")
                                .asText()
                                .equals("InitDuration"))
                .singleElement()
                .satisfies(filter ->
                        assertThat(filter.at("/MetricTransformations/0/MetricValue").asText())
                                .isEqualTo("$.record.metrics.initDurationMs"));
    }

    @Test
    void theTopicIsEncryptedAndTakesAlarmsOverTlsOnly() {
        var data = Deployment.zip().resources("data");
        assertThat(data.only("AWS::SNS::Topic").at("/KmsMasterKeyId").isMissingNode()).isFalse();
        var statements = data.only("AWS::SNS::TopicPolicy").at("/PolicyDocument/Statement");
        assertThat(elements(statements))
                .anyMatch(statement ->
                        statement.path("Effect").asText().equals("Deny")
                                && statement
                                        .path("Condition")
                                        .toString()
                                        .contains("SecureTransport"))
                .anyMatch(statement ->
                        statement.path("Effect").asText().equals("Allow")
                                && texts(statement.path("Action")).contains("sns:Publish")
                                && statement
                                        .at("/Principal/Service")
                                        .asText()
                                        .equals("cloudwatch.amazonaws.com"));
    }

    @Test
    void thresholdsCanBeChosenAndSomebodyCanBeToldByMail() {
        var told =
                Deployment.with(
                        Map.of(
                                "package", "image",
                                "digest", Deployment.DIGEST,
                                "alarmInitMs", "700",
                                "alarmEmail", "oncall@example.org"));
        assertThat(told.resources("service").of("AWS::CloudWatch::Alarm"))
                .filteredOn(alarm -> alarm.at("/MetricName").asText().equals("InitDuration"))
                .singleElement()
                .matches(alarm -> alarm.at("/Threshold").asInt() == 700);
        assertThat(told.resources("data").only("AWS::SNS::Subscription").at("/Endpoint").asText())
                .isEqualTo("oncall@example.org");
        assertThat(Deployment.zip().resources("data").of("AWS::SNS::Subscription")).isEmpty();
    }
}
