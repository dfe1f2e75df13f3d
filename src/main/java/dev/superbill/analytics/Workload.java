package dev.superbill.analytics;

import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long coders work on notes, and what waits for them.
///
/// A note's time is the active time of everybody who decided on it, as their screens told it;
/// signed cases whose screens told none are counted apart, not as notes of no time. Under a coder
/// stands the time of the notes that they signed.
///
/// @param signed the signed cases that were timed
/// @param untimed how many signed cases were not
/// @param byNoteType by the likeliest type of note
/// @param bySpecialty by specialty
/// @param byCoder by who signed
/// @param byOutcome by where the answer went: auto, review or query
/// @param open cases that wait for a coder
/// @param queried cases that wait for the note's author
/// @param ages how long open and queried cases have waited since their answer
/// @param medianAgeSeconds half of them have waited no longer
/// @param oldestAgeSeconds the longest wait
/// @param queueByOutcome what waits, by where the answer went
/// @param queueByReason what waits, by reason as the answer says it without the code; a case of
///   several counts in each
/// @param queueByRule what waits, by the rules that warned or blocked; a case of several counts in
///   each
public record Workload(
        Seconds signed,
        int untimed,
        List<Group> byNoteType,
        List<Group> bySpecialty,
        List<Group> byCoder,
        List<Group> byOutcome,
        int open,
        int queried,
        List<Age> ages,
        long medianAgeSeconds,
        long oldestAgeSeconds,
        List<Waiting> queueByOutcome,
        List<Waiting> queueByReason,
        List<Waiting> queueByRule) {
    private static final Pattern CODE_FIRST = Pattern.compile("^[A-Z0-9.]{3,8}: ");

    /// Copies.
    public Workload {
        byNoteType = List.copyOf(byNoteType);
        bySpecialty = List.copyOf(bySpecialty);
        byCoder = List.copyOf(byCoder);
        byOutcome = List.copyOf(byOutcome);
        ages = List.copyOf(ages);
        queueByOutcome = List.copyOf(queueByOutcome);
        queueByReason = List.copyOf(queueByReason);
        queueByRule = List.copyOf(queueByRule);
    }

    /// The time of a group of notes.
    ///
    /// @param name what they have in common; empty where it was not told
    public record Group(String name, Seconds seconds) {}

    /// How many cases wait for a reason.
    public record Waiting(String name, int cases) {}

    /// How many cases are of an age.
    ///
    /// @param from the least age in days
    /// @param to the age from which the next row counts, in days; 0 for the last, which is open
    public record Age(int from, int to, int cases) {}

    private record Row(int from, int to) {
        boolean holds(Duration age) {
            return age.compareTo(Duration.ofDays(from)) >= 0
                    && (to == 0 || age.compareTo(Duration.ofDays(to)) < 0);
        }
    }

    private static final List<Row> ROWS =
            List.of(new Row(0, 1), new Row(1, 3), new Row(3, 7), new Row(7, 14), new Row(14, 0));

    /// Measures cases.
    ///
    /// @param cases in any order
    /// @param now what ages are counted to; an answer from after it has age 0
    public static Workload of(List<CodingCase> cases, Instant now) {
        var signed = cases.stream().filter(coding -> coding.status() == CaseStatus.SIGNED).toList();
        var timed = signed.stream().filter(coding -> coding.activeSeconds() > 0).toList();
        var waiting =
                cases.stream().filter(coding -> coding.status() != CaseStatus.SIGNED).toList();
        var ages = waiting.stream().map(coding -> age(coding, now)).sorted().toList();
        return new Workload(
                seconds(timed),
                signed.size() - timed.size(),
                groups(timed, coding -> coding.answer().noteType()),
                groups(timed, coding -> coding.answer().specialty()),
                groups(timed, Workload::signer),
                groups(timed, coding -> coding.answer().outcome()),
                count(waiting, CaseStatus.OPEN),
                count(waiting, CaseStatus.QUERIED),
                ROWS.stream()
                        .map(row ->
                                new Age(
                                        row.from(),
                                        row.to(),
                                        (int) ages.stream().filter(row::holds).count()))
                        .toList(),
                ages.isEmpty() ? 0 : ages.get((ages.size() - 1) / 2).toSeconds(),
                ages.isEmpty() ? 0 : ages.getLast().toSeconds(),
                queue(waiting, coding -> List.of(coding.answer().outcome())),
                queue(
                        waiting,
                        coding ->
                                coding.answer().reasons().stream()
                                        .map(reason -> CODE_FIRST.matcher(reason).replaceFirst(""))
                                        .toList()),
                queue(waiting, Workload::objecting));
    }

    private static Duration age(CodingCase coding, Instant now) {
        var age = Duration.between(coding.answer().time(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /// Who signed; empty where nobody has.
    static String signer(CodingCase coding) {
        return coding.signature().map(CaseEvent.Decided::user).orElse("");
    }

    private static List<String> objecting(CodingCase coding) {
        return Stream.concat(
                        coding.answer().findings().stream(),
                        coding.answer().lines().stream().flatMap(line -> line.findings().stream()))
                .filter(finding -> !finding.severity().equals("info"))
                .map(Answer.Finding::rule)
                .toList();
    }

    private static int count(List<CodingCase> cases, CaseStatus status) {
        return (int) cases.stream().filter(coding -> coding.status() == status).count();
    }

    private static Seconds seconds(List<CodingCase> cases) {
        return Seconds.of(cases.stream().map(CodingCase::activeSeconds).toList());
    }

    private static List<Group> groups(List<CodingCase> cases, Function<CodingCase, String> name) {
        return Groups.largestFirst(
                Groups.by(cases, name), (group, members) -> new Group(group, seconds(members)));
    }

    private static List<Waiting> queue(
            List<CodingCase> cases, Function<CodingCase, ? extends Collection<String>> names) {
        return Groups.largestFirst(
                Groups.bySeveral(cases, names),
                (name, members) -> new Waiting(name, members.size()));
    }
}
