package dev.superbill.adapter.wire.analytics;

import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.analytics.AdjustmentCodes;
import dev.superbill.analytics.Agreement;
import dev.superbill.analytics.Calibration;
import dev.superbill.analytics.CategoryThreeExport;
import dev.superbill.analytics.DenialReport;
import dev.superbill.analytics.Drift;
import dev.superbill.analytics.Moments;
import dev.superbill.analytics.Pilot;
import dev.superbill.analytics.Reliability;
import dev.superbill.analytics.Seconds;
import dev.superbill.analytics.Share;
import dev.superbill.analytics.SoftwareInventory;
import dev.superbill.analytics.Workload;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The figures by name, as trees of maps, lists, texts and numbers in a fixed order: what JSON and
/// CSV are both written from, without reflection. A share is always its counts, its value and its
/// 95 % interval; other numbers are rounded to four decimals; amounts are whole cents.
public final class AnalyticsCalls {
    /// Every name that is answered.
    public static final List<String> NAMES =
            List.of(
                    "agreement",
                    "reliability",
                    "workload",
                    "denials",
                    "drift",
                    "software",
                    "category-iii",
                    "pilot",
                    "summary");

    private static final double DECIMALS = 10_000;

    private AnalyticsCalls() {}

    /// Answers a call. Every name takes `from` and `to` (service dates), `payer`, `specialty`,
    /// `department` and `coder`; `pilot` also `start`, the date from which on it is after.
    ///
    /// @param name one of [#NAMES]
    /// @param query the parameters and their values; others are left aside
    /// @param cases the cases of one tenant, in any order
    /// @param now what ages are counted to
    /// @throws ProblemException if a parameter breaks its constraint, or nothing has the name
    public static Object answer(
            String name, Map<String, List<String>> query, List<CodingCase> cases, Instant now) {
        if (!NAMES.contains(name)) {
            throw new ProblemException(
                    Kind.NOT_FOUND.saying("The figures are " + String.join(", ", NAMES) + "."));
        }
        var request = AnalyticsRequest.of(query);
        return tree(name, request, request.of(cases), now);
    }

    private static Map<String, Object> tree(
            String name, AnalyticsRequest request, List<CodingCase> cases, Instant now) {
        return switch (name) {
            case "agreement" -> agreement(Agreement.of(cases));
            case "reliability" -> reliability(Reliability.of(cases));
            case "workload" -> workload(Workload.of(cases, now));
            case "denials" -> denials(DenialReport.of(cases));
            case "drift" -> drift(Drift.of(cases, Map.of()));
            case "software" -> software(SoftwareInventory.of(cases));
            case "category-iii" -> categoryThree(CategoryThreeExport.of(cases));
            case "pilot" ->
                    pilot(
                            request.start().isEmpty()
                                    ? Pilot.of(cases)
                                    : Pilot.around(cases, request.start().getFirst()));
            default -> summary(request, cases, now);
        };
    }

    private static Map<String, Object> summary(
            AnalyticsRequest request, List<CodingCase> cases, Instant now) {
        var summary = fields("cases", cases.size(), "asOf", now.toString());
        NAMES.stream()
                .filter(name -> !name.equals("summary"))
                .forEach(name -> summary.put(name, tree(name, request, cases, now)));
        return summary;
    }

    private static Map<String, Object> agreement(Agreement agreement) {
        return fields(
                "signed",
                agreement.signed(),
                "hidden",
                agreement.hidden(),
                "accepted",
                share(agreement.accepted()),
                "codeKept",
                share(agreement.codeKept()),
                "unchanged",
                share(agreement.unchanged()),
                "added",
                agreement.added(),
                "byDecision",
                list(agreement.byDecision(), AnalyticsCalls::group),
                "byCode",
                list(agreement.byCode(), AnalyticsCalls::group),
                "byRule",
                list(agreement.byRule(), AnalyticsCalls::group),
                "bySpecialty",
                list(agreement.bySpecialty(), AnalyticsCalls::group),
                "byPayer",
                list(agreement.byPayer(), AnalyticsCalls::group),
                "byCoder",
                list(agreement.byCoder(), AnalyticsCalls::group),
                "byReason",
                list(
                        agreement.byReason(),
                        overrides ->
                                fields(
                                        "reason",
                                        overrides.reason().label(),
                                        "description",
                                        overrides.reason().description(),
                                        "changed",
                                        overrides.changed(),
                                        "rejected",
                                        overrides.rejected(),
                                        "added",
                                        overrides.added(),
                                        "total",
                                        overrides.total())));
    }

    private static Map<String, Object> group(Agreement.Group group) {
        return fields(
                "name",
                group.name(),
                "accepted",
                share(group.accepted()),
                "codeKept",
                share(group.codeKept()),
                "changed",
                group.changed(),
                "rejected",
                group.rejected());
    }

    private static Map<String, Object> reliability(Reliability reliability) {
        return fields(
                "lines",
                reliability.lines(),
                "accepted",
                calibration(reliability.accepted()),
                "codeKept",
                calibration(reliability.codeKept()));
    }

    private static Map<String, Object> calibration(Calibration calibration) {
        return fields(
                "calibrationError",
                rounded(calibration.error()),
                "brier",
                rounded(calibration.brier()),
                "brierSkill",
                rounded(calibration.brierSkill()),
                "bins",
                list(
                        calibration.bins(),
                        bin ->
                                fields(
                                        "from",
                                        rounded(bin.from()),
                                        "to",
                                        rounded(bin.to()),
                                        "lines",
                                        bin.lines(),
                                        "confidence",
                                        rounded(bin.confidence()),
                                        "right",
                                        rounded(bin.right()))));
    }

    private static Map<String, Object> workload(Workload workload) {
        return fields(
                "signed",
                seconds(workload.signed()),
                "untimed",
                workload.untimed(),
                "open",
                workload.open(),
                "queried",
                workload.queried(),
                "medianAgeSeconds",
                workload.medianAgeSeconds(),
                "oldestAgeSeconds",
                workload.oldestAgeSeconds(),
                "ages",
                list(
                        workload.ages(),
                        age ->
                                fields(
                                        "fromDays",
                                        age.from(),
                                        "toDays",
                                        age.to(),
                                        "cases",
                                        age.cases())),
                "byNoteType",
                list(workload.byNoteType(), AnalyticsCalls::timed),
                "bySpecialty",
                list(workload.bySpecialty(), AnalyticsCalls::timed),
                "byCoder",
                list(workload.byCoder(), AnalyticsCalls::timed),
                "byOutcome",
                list(workload.byOutcome(), AnalyticsCalls::timed),
                "queueByOutcome",
                list(workload.queueByOutcome(), AnalyticsCalls::waiting),
                "queueByReason",
                list(workload.queueByReason(), AnalyticsCalls::waiting),
                "queueByRule",
                list(workload.queueByRule(), AnalyticsCalls::waiting));
    }

    private static Map<String, Object> timed(Workload.Group group) {
        return fields("name", group.name(), "seconds", seconds(group.seconds()));
    }

    private static Map<String, Object> waiting(Workload.Waiting waiting) {
        return fields("name", waiting.name(), "cases", waiting.cases());
    }

    private static Map<String, Object> seconds(Seconds seconds) {
        return fields(
                "notes",
                seconds.notes(),
                "totalSeconds",
                seconds.total(),
                "median",
                rounded(seconds.median()),
                "p90",
                rounded(seconds.p90()),
                "mean",
                rounded(seconds.mean()),
                "notesPerHour",
                rounded(seconds.notesPerHour()));
    }

    private static Map<String, Object> denials(DenialReport report) {
        return fields(
                "denials",
                report.denials(),
                "deniedCases",
                share(report.deniedCases()),
                "amountCents",
                report.amountCents(),
                "byReason",
                list(report.byReason(), AnalyticsCalls::reason),
                "byCause",
                list(report.byCause(), AnalyticsCalls::denied),
                "byRule",
                list(report.byRule(), AnalyticsCalls::denied),
                "byPerson",
                list(report.byPerson(), AnalyticsCalls::denied),
                "byPayer",
                list(report.byPayer(), AnalyticsCalls::denied),
                "traced",
                list(report.traced(), AnalyticsCalls::traced));
    }

    private static Map<String, Object> denied(DenialReport.Group group) {
        return fields(
                "name", group.name(), "lines", group.lines(), "amountCents", group.amountCents());
    }

    private static Map<String, Object> reason(DenialReport.Group group) {
        var reason = denied(group);
        var known = AdjustmentCodes.reason(group.name());
        reason.put("meaning", known.map(AdjustmentCodes.Reason::meaning).orElse(""));
        reason.put("coding", known.map(AdjustmentCodes.Reason::coding).orElse(""));
        return reason;
    }

    private static Map<String, Object> traced(DenialReport.Traced traced) {
        return fields(
                "denial",
                traced.denial(),
                "answerId",
                traced.answerId(),
                "code",
                traced.code(),
                "carc",
                traced.carc(),
                "group",
                traced.group(),
                "rarcs",
                traced.rarcs(),
                "payer",
                traced.payer(),
                "amountCents",
                traced.amountCents(),
                "cause",
                traced.cause().label(),
                "rule",
                traced.rule(),
                "by",
                traced.by(),
                "reason",
                traced.reason().stream().map(OverrideReason::label).findFirst().orElse(""),
                "prevention",
                traced.prevention());
    }

    private static Map<String, Object> drift(Drift drift) {
        return fields(
                "alerts",
                list(drift.alerts(), AnalyticsCalls::alert),
                "months",
                list(
                        drift.months(),
                        month ->
                                fields(
                                        "month",
                                        month.month().toString(),
                                        "metric",
                                        month.metric().label(),
                                        "count",
                                        month.observed().count(),
                                        "mean",
                                        rounded(month.observed().mean()))),
                "charts",
                list(
                        drift.charts(),
                        chart ->
                                fields(
                                        "metric",
                                        chart.metric().label(),
                                        "weeks",
                                        list(chart.weeks(), AnalyticsCalls::week))));
    }

    private static Map<String, Object> week(Drift.Week week) {
        Moments observed = week.observed();
        return fields(
                "monday",
                week.monday().toString(),
                "count",
                observed.count(),
                "mean",
                rounded(observed.mean()),
                "up",
                rounded(week.up()),
                "down",
                rounded(week.down()));
    }

    private static Map<String, Object> alert(Drift.Alert alert) {
        return fields(
                "metric",
                alert.metric().label(),
                "against",
                lower(alert.against()),
                "scope",
                alert.scope(),
                "direction",
                lower(alert.direction()),
                "from",
                alert.from().toString(),
                "to",
                alert.to().toString(),
                "baseline",
                rounded(alert.baseline()),
                "observed",
                rounded(alert.observed()),
                "count",
                alert.count(),
                "statistic",
                rounded(alert.statistic()),
                "threshold",
                rounded(alert.threshold()));
    }

    private static Map<String, Object> software(SoftwareInventory inventory) {
        return fields(
                "services",
                list(
                        inventory.services(),
                        service ->
                                fields(
                                        "code",
                                        service.code(),
                                        "class",
                                        service.workClass(),
                                        "firstSeen",
                                        service.firstSeen().toString(),
                                        "lastSeen",
                                        service.lastSeen().toString(),
                                        "notes",
                                        service.notes(),
                                        "billed",
                                        share(service.billed()),
                                        "undocumented",
                                        share(service.undocumented()))));
    }

    private static Map<String, Object> categoryThree(CategoryThreeExport export) {
        return fields(
                "rows",
                list(
                        export.rows(),
                        row ->
                                fields(
                                        "month",
                                        row.month().toString(),
                                        "code",
                                        row.code(),
                                        "payer",
                                        row.payer(),
                                        "class",
                                        row.workClass(),
                                        "suggested",
                                        row.suggested(),
                                        "waiting",
                                        row.waiting(),
                                        "billed",
                                        row.billed(),
                                        "units",
                                        row.units(),
                                        "notBilled",
                                        row.notBilled(),
                                        "denied",
                                        row.denied())));
    }

    private static Map<String, Object> pilot(Pilot pilot) {
        return fields(
                "departments",
                list(
                        pilot.departments(),
                        department ->
                                fields(
                                        "name",
                                        department.name(),
                                        "difference",
                                        list(
                                                department.difference(),
                                                difference ->
                                                        fields(
                                                                "seconds",
                                                                rounded(difference.seconds()),
                                                                "low",
                                                                rounded(difference.low()),
                                                                "high",
                                                                rounded(difference.high()))),
                                        "sides",
                                        list(department.sides(), AnalyticsCalls::side))));
    }

    private static Map<String, Object> side(Pilot.Side side) {
        return fields(
                "name",
                side.name(),
                "notes",
                side.notes(),
                "signed",
                side.signed(),
                "seconds",
                seconds(side.seconds()),
                "suggest",
                share(side.suggest()),
                "review",
                share(side.review()),
                "withheld",
                share(side.withheld()),
                "agreement",
                share(side.agreement()),
                "found",
                share(side.found()),
                "denied",
                share(side.denied()));
    }

    private static Map<String, Object> share(Share share) {
        return fields(
                "hits",
                share.hits(),
                "of",
                share.of(),
                "value",
                rounded(share.value()),
                "low",
                rounded(share.low()),
                "high",
                rounded(share.high()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double number) {
        return Math.round(number * DECIMALS) / DECIMALS;
    }

    private static <T> List<Map<String, Object>> list(
            List<T> members, Function<T, Map<String, Object>> tree) {
        return members.stream().map(tree).toList();
    }

    /// A map of names and values, in order.
    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
