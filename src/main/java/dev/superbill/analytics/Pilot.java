package dev.superbill.analytics;

import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// A shadow pilot by department: work with suggestions hidden against work with suggestions shown,
/// or before a date against from it on.
///
/// The time difference is of medians, with the interval that 95 of 100 resamples of both sides have
/// (percentile bootstrap, seeded: the same cases have the same interval). Cases whose screens told
/// no time are not timed. Neither comparison is an experiment: who codes what, and when, may differ
/// between the sides.
///
/// @param departments by name; one of a single side has no difference
public record Pilot(List<Department> departments) {
    private static final int RESAMPLES = 2000;
    private static final int TAIL = RESAMPLES / 40;
    private static final int SEED = 20_260_615;
    private static final int LEAST = 5;

    /// Copies.
    public Pilot {
        departments = List.copyOf(departments);
    }

    /// A department's two sides.
    ///
    /// @param name the department; empty where it was not told
    /// @param sides in order: hidden and shown, or before and after
    /// @param difference the second side's median seconds less the first's, one element; empty
    ///   where a side has fewer than 5 timed notes
    public record Department(String name, List<Side> sides, List<Difference> difference) {
        /// Copies.
        public Department {
            sides = List.copyOf(sides);
            difference = List.copyOf(difference);
        }
    }

    /// One side.
    ///
    /// @param name hidden, shown, before or after
    /// @param notes answers
    /// @param signed how many are signed
    /// @param seconds how long the signed ones took
    /// @param suggest suggested lines that needed no look, of all
    /// @param review suggested lines that needed one
    /// @param withheld suggested lines that a finding blocked
    /// @param agreement suggested lines of signed cases billed with code, units and modifiers as
    ///   suggested; where they were hidden, by coders who did not know
    /// @param found billed lines whose code was suggested, of all lines billed
    /// @param denied signed cases with a denial
    public record Side(
            String name,
            int notes,
            int signed,
            Seconds seconds,
            Share suggest,
            Share review,
            Share withheld,
            Share agreement,
            Share found,
            Share denied) {}

    /// A difference of median seconds.
    ///
    /// @param seconds the second side's less the first's
    /// @param low below it lie 2.5 % of the resamples
    /// @param high above it lie 2.5 % of the resamples
    public record Difference(double seconds, double low, double high) {}

    /// Compares hidden with shown.
    public static Pilot of(List<CodingCase> cases) {
        return by(
                cases,
                List.of("hidden", "shown"),
                coding ->
                        coding.answer().visibility() == Answer.Visibility.HIDDEN
                                ? "hidden"
                                : "shown");
    }

    /// Compares before a date of service with from it on.
    public static Pilot around(List<CodingCase> cases, LocalDate start) {
        return by(
                cases,
                List.of("before", "after"),
                coding -> coding.answer().serviceDate().isBefore(start) ? "before" : "after");
    }

    private static Pilot by(
            List<CodingCase> cases, List<String> names, Function<CodingCase, String> side) {
        var departments = Groups.by(cases, coding -> coding.answer().department());
        return new Pilot(
                departments.entrySet().stream()
                        .map(department ->
                                department(
                                        department.getKey(),
                                        names,
                                        Groups.by(department.getValue(), side)))
                        .toList());
    }

    private static Department department(
            String name, List<String> names, Map<String, List<CodingCase>> sides) {
        var measured =
                names.stream()
                        .filter(sides::containsKey)
                        .map(side -> side(side, sides.getOrDefault(side, List.of())))
                        .toList();
        var first = seconds(sides.getOrDefault(names.getFirst(), List.of()));
        var second = seconds(sides.getOrDefault(names.getLast(), List.of()));
        boolean enough = first.length >= LEAST && second.length >= LEAST;
        return new Department(
                name, measured, enough ? List.of(difference(first, second)) : List.of());
    }

    private static Side side(String name, List<CodingCase> cases) {
        var signed = cases.stream().filter(coding -> coding.status() == CaseStatus.SIGNED).toList();
        var lines = cases.stream().flatMap(coding -> coding.answer().lines().stream()).toList();
        return new Side(
                name,
                cases.size(),
                signed.size(),
                Seconds.of(Arrays.stream(seconds(cases)).boxed().toList()),
                Share.of(lines, line -> line.decision().equals("suggest")),
                Share.of(lines, line -> line.decision().equals("review")),
                Share.of(lines, line -> line.decision().equals("withhold")),
                Share.of(JudgedLine.of(signed), JudgedLine::accepted),
                found(signed),
                Share.of(signed, coding -> !coding.denials().isEmpty()));
    }

    private static Share found(List<CodingCase> signed) {
        var billed = new ArrayList<CaseLine>();
        signed.forEach(coding -> billed.addAll(coding.billed()));
        return Share.of(
                billed,
                line ->
                        line.suggested().stream()
                                .anyMatch(one -> one.code().equals(line.chosen().code())));
    }

    private static int[] seconds(List<CodingCase> cases) {
        return cases.stream()
                .filter(coding -> coding.status() == CaseStatus.SIGNED)
                .mapToInt(CodingCase::activeSeconds)
                .filter(seconds -> seconds > 0)
                .sorted()
                .toArray();
    }

    private static Difference difference(int[] first, int[] second) {
        var random = new Random(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            drawn[i] = resampled(second, random) - resampled(first, random);
        }
        Arrays.sort(drawn);
        return new Difference(
                Seconds.median(second) - Seconds.median(first),
                drawn[TAIL],
                drawn[RESAMPLES - 1 - TAIL]);
    }

    private static double resampled(int[] seconds, Random random) {
        int[] drawn = new int[seconds.length];
        Arrays.setAll(drawn, _ -> seconds[random.nextInt(seconds.length)]);
        Arrays.sort(drawn);
        return Seconds.median(drawn);
    }
}
