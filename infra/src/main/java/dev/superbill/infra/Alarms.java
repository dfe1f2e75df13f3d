package dev.superbill.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// Tells people what goes wrong: slow calls, slow starts, faults, refusals for want of room, dead
/// letters. An alarm names its metric and nothing of a call.
final class Alarms extends Construct {
    private static final Duration PERIOD = Duration.minutes(5);
    private static final String P99 = "p99";
    private static final String SUM = "Sum";
    private static final String GATEWAY = "AWS/ApiGateway";

    private final Settings.Alerts thresholds;
    private final String namespace;
    private final SnsAction tell;

    /// @param namespace of the metrics that are read from logs
    Alarms(Construct scope, String id, Settings settings, String namespace, ITopic topic) {
        super(scope, id);
        this.thresholds = settings.alarms();
        this.namespace = namespace;
        this.tell = new SnsAction(topic);
    }

    /// A function. It answers most faults with a problem and goes on, which Lambda counts as no
    /// error: what it logs of them is counted instead.
    void watch(CodingFunction coding) {
        var live = coding.live();
        any("Errors", "calls that crashed or ran out of time", live.metricErrors(options(SUM)));
        any("Throttles", "calls refused for want of room", live.metricThrottles(options(SUM)));
        any(
                "Faults",
                "faults that the function logged",
                logged("Faults", coding.log(), FilterPattern.literal("\"a call failed\""), "1"));
        any("DeadLetters", "events that the function never took", waiting(coding.deadLetters()));
    }

    /// How long calls and starts take.
    void watchTime(CodingFunction coding) {
        slow(
                "DurationP99",
                "the slowest of a hundred calls",
                coding.live().metricDuration(options(P99)),
                thresholds.durationP99());
        slow(
                "InitP99",
                "the slowest of a hundred starts",
                started(coding.log()),
                thresholds.initP99());
    }

    /// The gateways, which also answer with faults of their own.
    void watch(RestDoor rest, HttpDoor http) {
        var restStage = Map.of("ApiName", rest.name(), "Stage", rest.stage().getStageName());
        any("RestFaults", "faults of the REST API", metric(GATEWAY, "5XXError", restStage, SUM));
        slow(
                "RestP99",
                "the slowest of a hundred calls of the REST API, starts included",
                metric(GATEWAY, "Latency", restStage, P99),
                thresholds.durationP99() + thresholds.initP99());
        var httpStage = Map.of("ApiId", http.apiId(), "Stage", "$default");
        any("HttpFaults", "faults of the HTTP API", metric(GATEWAY, "5xx", httpStage, SUM));
        slow(
                "HttpP99",
                "the slowest of a hundred calls of the HTTP API, starts included",
                metric(GATEWAY, "Latency", httpStage, P99),
                thresholds.durationP99() + thresholds.initP99());
    }

    /// The Function URL.
    void watchUrl(CodingFunction coding) {
        var function = coding.function().getFunctionName();
        any(
                "UrlFaults",
                "faults of the Function URL",
                metric(
                        "AWS/Lambda",
                        "Url5xxCount",
                        Map.of("FunctionName", function, "Resource", function + ":live"),
                        SUM));
    }

    /// Messages that were tried often enough.
    void watchDeadLetters(IQueue queue) {
        any("BatchDeadLetters", "messages of the batch without an answer", waiting(queue));
    }

    /// How long a start took that a caller waited for. Lambda has no metric of it: its report of
    /// the first call has the figure.
    private IMetric started(LogGroup log) {
        return logged(
                "InitDuration",
                log,
                FilterPattern.exists("$.record.metrics.initDurationMs"),
                "$.record.metrics.initDurationMs");
    }

    private Metric logged(String name, LogGroup log, IFilterPattern pattern, String value) {
        return MetricFilter.Builder.create(this, name + "Filter")
                .logGroup(log)
                .filterPattern(pattern)
                .metricNamespace(namespace)
                .metricName(name)
                .metricValue(value)
                .build()
                .metric(options(name.equals("Faults") ? SUM : P99));
    }

    private static IMetric waiting(IQueue queue) {
        return queue.metricApproximateNumberOfMessagesVisible(options("Maximum"));
    }

    private static MetricOptions options(String statistic) {
        return MetricOptions.builder().period(PERIOD).statistic(statistic).build();
    }

    private static Metric metric(
            String namespace, String name, Map<String, String> dimensions, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .period(PERIOD)
                .statistic(statistic)
                .build();
    }

    private void any(String id, String what, IMetric metric) {
        alarm(id, "Superbill: " + what, metric, 1, 1);
    }

    /// Two of three periods, so that one odd call at night wakes nobody.
    private void slow(String id, String what, IMetric metric, int milliseconds) {
        alarm(
                id,
                "Superbill: %s took %d ms or more".formatted(what, milliseconds),
                metric,
                milliseconds,
                3);
    }

    private void alarm(String id, String what, IMetric metric, int threshold, int periods) {
        var alarm =
                Alarm.Builder.create(this, id)
                        .alarmDescription(what)
                        .metric(metric)
                        .threshold(threshold)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .evaluationPeriods(periods)
                        .datapointsToAlarm(Math.min(periods, 2))
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
    }
}
