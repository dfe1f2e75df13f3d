package dev.superbill.analytics;

import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether a clinic's billing grows more or less intense: against its own past, and against peers.
///
/// Against its own past: for each [Intensity] a two-sided CUSUM chart of weeks (Page 1954). The
/// baseline is the first 26 weeks; a week's mean is standardised by the baseline's mean and
/// variance, cut at three deviations so that no single week can raise an alarm, and adds up beyond
/// an allowance of 1; above 5 it alarms, once for each direction. Such a chart is for a step of two
/// deviations of a week's mean, and the allowance covers the error of a baseline of 26 weeks. Weeks
/// of fewer than 5 observations are left out, and a chart needs one week after the baseline.
///
/// False alarms: of 150 simulated stationary clinics of 100 visits a week, 3 had any alarm in the
/// 52 weeks after the baseline, over all metrics together. A step of 10 points more high levels was
/// found within 9 weeks in nine of ten of them, and one of 20 points within 4 in 19 of 20.
///
/// Against peers, over the last 13 weeks: each coder against the other coders of the specialty;
/// each specialty's change since before against the change of the others, for specialties bill
/// differently by nature; and the clinic against figures of other clinics that are handed in. A
/// difference alarms whose z exceeds the quantile that leaves 1 % for all comparisons of a report
/// together (Bonferroni), and that is also large: 10 points of a share, or 0.25 standard deviations
/// of another metric. Fewer than 30 observations on a side are not compared.
///
/// Dates are service dates, weeks begin on Monday. Only signed cases count, and of them what is
/// billed, whoever chose it.
///
/// @param months every metric by month
/// @param charts every metric against its past
/// @param alerts what is out of line, past first
public record Drift(List<Month> months, List<Chart> charts, List<Alert> alerts) {
    private static final int BASELINE_WEEKS = 26;
    private static final int PEER_WEEKS = 13;
    private static final int LEAST_OBSERVATIONS = 5;
    private static final int LEAST_PEERS = 30;
    private static final double ALLOWANCE = 1;
    private static final double LIMIT = 5;
    private static final double MOST_DEVIATIONS = 3;
    private static final double FALSE_ALARMS = 0.01;
    private static final double LEAST_POINTS = 0.10;
    private static final double LEAST_EFFECT = 0.25;

    /// Copies.
    public Drift {
        months = List.copyOf(months);
        charts = List.copyOf(charts);
        alerts = List.copyOf(alerts);
    }

    /// A metric in a month.
    public record Month(YearMonth month, Intensity metric, Moments observed) {}

    /// A metric by week.
    ///
    /// @param weeks in order, the baseline's too; none where there are too few for a chart
    public record Chart(Intensity metric, List<Week> weeks) {
        /// Copies.
        public Chart {
            weeks = List.copyOf(weeks);
        }
    }

    /// A week of a chart.
    ///
    /// @param monday its first day
    /// @param up the sum of deviations upwards; 0 within the baseline
    /// @param down the sum of deviations downwards, positive; 0 within the baseline
    public record Week(LocalDate monday, Moments observed, double up, double down) {}

    /// What is out of line.
    ///
    /// @param against own past, peers within the clinic, or other clinics
    /// @param scope what is compared: `clinic`, `specialty=…` or `coder=…`
    /// @param from the first day of what was observed
    /// @param to its last day
    /// @param baseline the mean that it was held against
    /// @param observed the mean observed
    /// @param count how many observations the observed mean rests on
    /// @param statistic the sum of deviations, or the z
    /// @param threshold what the statistic had to exceed
    public record Alert(
            Intensity metric,
            Against against,
            String scope,
            LocalDate from,
            LocalDate to,
            double baseline,
            double observed,
            int count,
            double statistic,
            double threshold) {
        /// Whether there is more of it.
        public Direction direction() {
            return observed > baseline ? Direction.UP : Direction.DOWN;
        }
    }

    /// Where it went.
    public enum Direction {
        UP,
        DOWN
    }

    /// What something is held against.
    public enum Against {
        PAST,
        PEERS,
        CLINICS
    }

    private record Observed(
            LocalDate date, String specialty, String coder, Intensity metric, double value) {}

    /// Measures a clinic's cases.
    ///
    /// @param cases in any order; those not signed are left out
    /// @param clinics the same metrics of other clinics, added up; empty where none were told
    public static Drift of(List<CodingCase> cases, Map<Intensity, Moments> clinics) {
        var observed = observed(cases);
        var charts = new ArrayList<Chart>();
        var alerts = new ArrayList<Alert>();
        for (var metric : Intensity.values()) {
            var weeks = weeks(observed, metric);
            charts.add(chart(metric, weeks, alerts));
        }
        alerts.addAll(peers(observed, clinics));
        return new Drift(months(observed), charts, alerts);
    }

    /// All of a clinic's observations of the last 13 weeks: what it may tell other clinics.
    public static Map<Intensity, Moments> lately(List<CodingCase> cases) {
        var sums = new EnumMap<Intensity, Moments>(Intensity.class);
        recent(observed(cases))
                .forEach(one ->
                        sums.merge(one.metric(), Moments.NONE.with(one.value()), Moments::plus));
        return sums;
    }

    private static List<Observed> observed(List<CodingCase> cases) {
        var observed = new ArrayList<Observed>();
        for (var coding : cases) {
            if (coding.status() != CaseStatus.SIGNED) {
                continue;
            }
            var coder = Workload.signer(coding);
            for (var line : coding.billed()) {
                for (var metric : Intensity.values()) {
                    metric.of(line)
                            .ifPresent(value ->
                                    observed.add(
                                            new Observed(
                                                    coding.answer().serviceDate(),
                                                    coding.answer().specialty(),
                                                    coder,
                                                    metric,
                                                    value)));
                }
            }
        }
        // Sums of doubles depend on their order, and the figures must not.
        observed.sort(
                Comparator.comparing(Observed::metric)
                        .thenComparing(Observed::date)
                        .thenComparingDouble(Observed::value));
        return observed;
    }

    private static List<Month> months(List<Observed> observed) {
        var months = new TreeMap<YearMonth, Map<Intensity, Moments>>();
        for (var one : observed) {
            months.computeIfAbsent(YearMonth.from(one.date()), _ -> new EnumMap<>(Intensity.class))
                    .merge(one.metric(), Moments.NONE.with(one.value()), Moments::plus);
        }
        return months.entrySet().stream()
                .flatMap(month ->
                        month.getValue().entrySet().stream()
                                .map(metric ->
                                        new Month(
                                                month.getKey(),
                                                metric.getKey(),
                                                metric.getValue())))
                .toList();
    }

    private static SortedMap<LocalDate, Moments> weeks(List<Observed> observed, Intensity metric) {
        var weeks = new TreeMap<LocalDate, Moments>();
        for (var one : observed) {
            if (one.metric() == metric) {
                weeks.merge(
                        one.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        Moments.NONE.with(one.value()),
                        Moments::plus);
            }
        }
        return weeks;
    }

    private static Chart chart(
            Intensity metric, SortedMap<LocalDate, Moments> byWeek, List<Alert> alerts) {
        if (byWeek.isEmpty()) {
            return new Chart(metric, List.of());
        }
        var watchedFrom = byWeek.firstKey().plusWeeks(BASELINE_WEEKS);
        var baseline =
                byWeek.headMap(watchedFrom).values().stream().reduce(Moments.NONE, Moments::plus);
        if (!byWeek.lastKey().isAfter(watchedFrom.minusDays(1))
                || baseline.count() < BASELINE_WEEKS * LEAST_OBSERVATIONS) {
            return new Chart(metric, List.of());
        }
        var weeks = new ArrayList<Week>();
        var up = new Cusum(metric, baseline, 1);
        var down = new Cusum(metric, baseline, -1);
        byWeek.forEach((monday, observed) -> {
            boolean watched =
                    !monday.isBefore(watchedFrom) && observed.count() >= LEAST_OBSERVATIONS;
            if (watched) {
                up.add(monday, observed, alerts);
                down.add(monday, observed, alerts);
            }
            weeks.add(new Week(monday, observed, up.sum, down.sum));
        });
        return new Chart(metric, weeks);
    }

    /// One direction of a chart, from week to week.
    private static final class Cusum {
        private final Intensity metric;
        private final Moments baseline;
        private final int sign;
        private double sum;
        private LocalDate since = LocalDate.MAX;
        private Moments run = Moments.NONE;
        private boolean alarmed;

        Cusum(Intensity metric, Moments baseline, int sign) {
            this.metric = metric;
            this.baseline = baseline;
            this.sign = sign;
        }

        void add(LocalDate monday, Moments observed, List<Alert> alerts) {
            double deviation = Math.sqrt(baseline.variance() / observed.count());
            double z = sign * (observed.mean() - baseline.mean()) / deviation;
            if (sum == 0) {
                since = monday;
                run = Moments.NONE;
            }
            run = run.plus(observed);
            sum = Math.max(0, sum + Math.min(z, MOST_DEVIATIONS) - ALLOWANCE);
            if (sum > LIMIT && !alarmed) {
                alarmed = true;
                alerts.add(
                        new Alert(
                                metric,
                                Against.PAST,
                                "clinic",
                                since,
                                monday.plusDays(6),
                                baseline.mean(),
                                run.mean(),
                                run.count(),
                                sum,
                                LIMIT));
            }
        }
    }

    private static List<Observed> recent(List<Observed> observed) {
        var last = observed.stream().map(Observed::date).max(LocalDate::compareTo);
        return last.map(date ->
                        observed.stream()
                                .filter(one ->
                                        ChronoUnit.WEEKS.between(one.date(), date) < PEER_WEEKS)
                                .toList())
                .orElse(List.of());
    }

    /// What is compared.
    ///
    /// @param expected the mean expected
    /// @param variance the variance of the difference between the mean observed and that expected
    /// @param deviation of one observation, where the metric is no share
    private record Pair(
            Intensity metric,
            Against against,
            String scope,
            Moments own,
            double expected,
            double variance,
            double deviation) {
        static Pair of(
                Intensity metric, Against against, String scope, Moments own, Moments others) {
            return new Pair(
                    metric,
                    against,
                    scope,
                    own,
                    others.mean(),
                    others.variance() / own.count() + others.variance() / others.count(),
                    Math.sqrt(others.variance()));
        }

        double z() {
            return Math.abs(own.mean() - expected) / Math.sqrt(variance);
        }

        boolean large() {
            double difference = Math.abs(own.mean() - expected);
            return difference >= (metric.share() ? LEAST_POINTS : LEAST_EFFECT * deviation);
        }
    }

    private static List<Alert> peers(List<Observed> all, Map<Intensity, Moments> clinics) {
        var recent = recent(all);
        if (recent.isEmpty()) {
            return List.of();
        }
        var from = recent.stream().map(Observed::date).min(LocalDate::compareTo).orElseThrow();
        var to = recent.stream().map(Observed::date).max(LocalDate::compareTo).orElseThrow();
        var pairs = new ArrayList<Pair>();
        for (var metric : Intensity.values()) {
            var lines = recent.stream().filter(one -> one.metric() == metric).toList();
            var earlier =
                    all.stream()
                            .filter(one -> one.metric() == metric && one.date().isBefore(from))
                            .toList();
            var bySpecialty = Groups.by(lines, Observed::specialty);
            bySpecialty.forEach((specialty, members) -> {
                addCoders(metric, specialty, members, pairs);
                addChange(metric, specialty, lines, earlier, pairs);
            });
            addPair(
                    metric,
                    Against.CLINICS,
                    "clinic",
                    moments(lines),
                    clinics.getOrDefault(metric, Moments.NONE),
                    pairs);
        }
        double threshold = Normal.quantile(1 - FALSE_ALARMS / (2 * Math.max(1, pairs.size())));
        return pairs.stream()
                .filter(pair -> pair.z() > threshold && pair.large())
                .map(pair ->
                        new Alert(
                                pair.metric(),
                                pair.against(),
                                pair.scope(),
                                from,
                                to,
                                pair.expected(),
                                pair.own().mean(),
                                pair.own().count(),
                                pair.z(),
                                threshold))
                .toList();
    }

    private static void addCoders(
            Intensity metric, String specialty, List<Observed> lines, List<Pair> pairs) {
        var all = moments(lines);
        Groups.by(lines, Observed::coder)
                .forEach((coder, members) -> {
                    var own = moments(members);
                    addPair(
                            metric,
                            Against.PEERS,
                            "specialty=" + specialty + ", coder=" + coder,
                            own,
                            all.minus(own),
                            pairs);
                });
    }

    private static void addPair(
            Intensity metric,
            Against against,
            String scope,
            Moments own,
            Moments others,
            List<Pair> pairs) {
        if (enough(own) && enough(others)) {
            pairs.add(Pair.of(metric, against, scope, own, others));
        }
    }

    /// Where a specialty would be, had it changed as the others did.
    private static void addChange(
            Intensity metric,
            String specialty,
            List<Observed> lines,
            List<Observed> earlier,
            List<Pair> pairs) {
        var own = moments(of(specialty, lines));
        var ownBefore = moments(of(specialty, earlier));
        var others = moments(lines).minus(own);
        var othersBefore = moments(earlier).minus(ownBefore);
        if (enough(own) && enough(ownBefore) && enough(others) && enough(othersBefore)) {
            pairs.add(
                    new Pair(
                            metric,
                            Against.PEERS,
                            "specialty=" + specialty,
                            own,
                            ownBefore.mean() + others.mean() - othersBefore.mean(),
                            ownBefore.variance() / own.count()
                                    + ownBefore.variance() / ownBefore.count()
                                    + othersBefore.variance() / others.count()
                                    + othersBefore.variance() / othersBefore.count(),
                            Math.sqrt(ownBefore.variance())));
        }
    }

    private static List<Observed> of(String specialty, List<Observed> lines) {
        return lines.stream().filter(one -> one.specialty().equals(specialty)).toList();
    }

    private static boolean enough(Moments moments) {
        return moments.count() >= LEAST_PEERS;
    }

    private static Moments moments(List<Observed> lines) {
        var moments = Moments.NONE;
        for (var line : lines) {
            moments = moments.with(line.value());
        }
        return moments;
    }
}
