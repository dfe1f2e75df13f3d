package dev.superbill.adapter.cli;

import dev.superbill.analytics.Calibration;
import dev.superbill.evaluation.CurvePoint;
import dev.superbill.evaluation.Evaluation;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An evaluation as one HTML file that needs nothing else.
public final class EvaluationPage {
    private static final String TEMPLATE = "/evaluation/page.html";
    private static final int STEPS = 5;
    private static final int LEAST_RADIUS = 3;
    private static final int MORE_RADIUS = 9;

    private EvaluationPage() {}

    /// What is drawn, in units of the drawing.
    ///
    /// @param id tells the charts of a page apart
    /// @param title what it shows
    /// @param description the same in words
    /// @param across what grows to the right
    /// @param up what grows upwards
    /// @param path the line through the points
    /// @param diagonal the line of what should be; empty where there is none
    /// @param dots the points that are marked
    /// @param ticks the marks of both axes
    public record Chart(
            String id,
            String title,
            String description,
            String across,
            String up,
            String path,
            String diagonal,
            List<Dot> dots,
            List<Tick> ticks) {
        /// Copies.
        public Chart {
            dots = List.copyOf(dots);
            ticks = List.copyOf(ticks);
        }
    }

    /// A point that is marked.
    public record Dot(String x, String y, String radius, String title) {}

    /// A mark of the axes.
    public record Tick(String x, String y, String label) {}

    /// Writes the page.
    ///
    /// @param subject what was measured, in one line
    /// @param sheets the tables
    static String html(String subject, Evaluation evaluation, List<FigureSheet> sheets) {
        return template()
                .data("subject", subject)
                .data(
                        "charts",
                        List.of(
                                reliability(evaluation.figures().calibration()),
                                curve(evaluation.curve())))
                .data("sheets", sheets)
                .render();
    }

    /// The engine is made for the one page: a server and a function never pay for it.
    private static Template template() {
        var engine =
                Engine.builder()
                        .addDefaults()
                        .addValueResolver(new ReflectionValueResolver())
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build();
        try (var stream =
                Objects.requireNonNull(EvaluationPage.class.getResourceAsStream(TEMPLATE))) {
            return engine.parse(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8),
                    Variant.forContentType(Variant.TEXT_HTML));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Chart reliability(Calibration calibration) {
        var bins = calibration.bins().stream().filter(bin -> bin.lines() > 0).toList();
        int most = bins.stream().mapToInt(Calibration.Bin::lines).max().orElse(1);
        return new Chart(
                "reliability",
                "Reliability: is confidence what it says?",
                String.format(
                        Locale.ROOT,
                        "Share of lines that are right or allowed, by their confidence, in %d bins;"
                                + " larger dots stand for more lines. On the dashed line confidence"
                                + " is what it says. The expected calibration error is %.3f.",
                        calibration.bins().size(),
                        calibration.error()),
                "mean confidence",
                "right",
                bins.stream()
                        .map(bin -> point(bin.confidence(), bin.right()))
                        .collect(Collectors.joining(" ")),
                point(0, 0) + " " + point(1, 1),
                bins.stream()
                        .map(bin ->
                                new Dot(
                                        x(bin.confidence()),
                                        y(bin.right()),
                                        coordinate(
                                                LEAST_RADIUS
                                                        + MORE_RADIUS
                                                                * Math.sqrt(
                                                                        (double) bin.lines()
                                                                                / most)),
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f to %.1f: %d lines, mean confidence %.3f, %.3f"
                                                        + " right",
                                                bin.from(),
                                                bin.to(),
                                                bin.lines(),
                                                bin.confidence(),
                                                bin.right())))
                        .toList(),
                ticks());
    }

    private static Chart curve(List<CurvePoint> curve) {
        var marked = new ArrayList<CurvePoint>();
        for (int tenth = 9; tenth >= 0; tenth--) {
            double least = tenth / 10.0;
            curve.stream()
                    .filter(point -> point.confidence() >= least)
                    .reduce((_, last) -> last)
                    .filter(point -> !marked.contains(point))
                    .ifPresent(marked::add);
        }
        return new Chart(
                "curve",
                "Precision and coverage",
                "Precision of the codes answered, and the share of the due codes that they cover, if"
                        + " only codes from a confidence on were answered: from the left, a dot for"
                        + " each tenth of confidence, falling.",
                "coverage of the due codes",
                "precision",
                curve.stream()
                        .map(point -> point(point.coverage(), point.precision()))
                        .collect(Collectors.joining(" ")),
                "",
                marked.stream()
                        .map(point ->
                                new Dot(
                                        x(point.coverage()),
                                        y(point.precision()),
                                        coordinate(LEAST_RADIUS + 1.0),
                                        String.format(
                                                Locale.ROOT,
                                                "confidence %.3f and more: %d codes, precision"
                                                        + " %.3f, coverage %.3f",
                                                point.confidence(),
                                                point.codes(),
                                                point.precision(),
                                                point.coverage())))
                        .toList(),
                ticks());
    }

    private static List<Tick> ticks() {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> {
                    double part = (double) step / STEPS;
                    return new Tick(x(part), y(part), String.format(Locale.ROOT, "%.1f", part));
                })
                .toList();
    }

    private static String point(double across, double up) {
        return x(across) + "," + y(up);
    }

    /// The drawing is 400 wide and 320 high; its axes cross at 50, 270.
    private static String x(double part) {
        return coordinate(50 + 330 * part);
    }

    private static String y(double part) {
        return coordinate(270 - 250 * part);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
