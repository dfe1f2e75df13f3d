package dev.superbill.adapter.workbench;

import dev.superbill.adapter.workbench.FiguresView.Cell;
import dev.superbill.adapter.workbench.FiguresView.Figure;
import dev.superbill.adapter.workbench.FiguresView.Group;
import dev.superbill.adapter.workbench.FiguresView.Row;
import dev.superbill.adapter.workbench.FiguresView.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// Puts the summary of the figures into tables.
final class FiguresViewer {
    private static final int MOST_ROWS = 25;

    private FiguresViewer() {}

    static List<Figure> figures(Tree summary) {
        var agreement = summary.tree("agreement");
        var workload = summary.tree("workload");
        var signed = workload.tree("signed");
        var denials = summary.tree("denials");
        return List.of(
                new Figure(
                        "agreement",
                        "Accepted as suggested",
                        agreement.percent("accepted"),
                        agreement.interval("accepted")),
                new Figure(
                        "code-kept",
                        "Code kept",
                        agreement.percent("codeKept"),
                        agreement.interval("codeKept")),
                new Figure(
                        "unchanged",
                        "Claims signed unchanged",
                        agreement.percent("unchanged"),
                        agreement.interval("unchanged")),
                new Figure(
                        "time",
                        "Time per note, median",
                        signed.count("median").text() + " s",
                        signed.text("notes")
                                + " signed and timed; p90 "
                                + signed.text("p90")
                                + " s"),
                new Figure(
                        "open",
                        "Open",
                        workload.text("open"),
                        workload.text("queried") + " wait for their author"),
                new Figure(
                        "denied",
                        "Signed claims denied",
                        denials.percent("deniedCases"),
                        denials.interval("deniedCases")),
                new Figure(
                        "denied-amount",
                        "Denied, dollars",
                        denials.dollars("amountCents").text(),
                        denials.text("denials") + " denials"));
    }

    static List<Group> groups(Tree summary) {
        return List.of(
                agreement(summary.tree("agreement")),
                reliability(summary.tree("reliability")),
                workload(summary.tree("workload")),
                denials(summary.tree("denials")),
                drift(summary.tree("drift")),
                software(summary.tree("software")),
                categoryThree(summary.tree("category-iii")),
                pilot(summary.tree("pilot")));
    }

    private static Group agreement(Tree agreement) {
        return new Group(
                "agreement",
                "Agreement and overrides",
                "Of suggested lines in signed claims. Accepted means as suggested; kept, with the same"
                        + " code.",
                List.of(
                        byGroup(agreement, "byDecision", "Agreement by decision", "Decision"),
                        byGroup(agreement, "byCode", "Overrides by code", "Code"),
                        byGroup(agreement, "byRule", "Overrides by rule", "Rule"),
                        byGroup(agreement, "bySpecialty", "Overrides by specialty", "Specialty"),
                        byGroup(agreement, "byPayer", "Overrides by payer", "Payer"),
                        byGroup(agreement, "byCoder", "Overrides by coder", "Coder"),
                        table(
                                "byReason",
                                "Overrides by reason",
                                "bar",
                                "1,2,3",
                                List.of("Reason", "Changed", "Rejected", "Added"),
                                agreement.list("byReason"),
                                row ->
                                        row(
                                                row.text("description"),
                                                row.count("changed"),
                                                row.count("rejected"),
                                                row.count("added")))));
    }

    private static Table byGroup(Tree agreement, String name, String caption, String head) {
        return table(
                name,
                caption,
                "bar",
                "3,4",
                List.of(head, "Accepted", "Code kept", "Changed", "Rejected"),
                agreement.list(name),
                row ->
                        row(
                                row.text("name"),
                                row.share("accepted"),
                                row.share("codeKept"),
                                row.count("changed"),
                                row.count("rejected")));
    }

    private static Group reliability(Tree reliability) {
        var accepted = reliability.tree("accepted");
        return new Group(
                "reliability",
                "Confidence against acceptance",
                reliability.text("lines")
                        + " lines decided. Calibration error "
                        + accepted.text("calibrationError")
                        + ", Brier score "
                        + accepted.text("brier")
                        + ". On the diagonal, as many lines are accepted as their confidence says.",
                List.of(
                        table(
                                "bins",
                                "Reliability diagram",
                                "reliability",
                                "2,3",
                                List.of("Confidence", "Lines", "Mean confidence", "Accepted"),
                                accepted.list("bins"),
                                bin ->
                                        row(
                                                bin.decimals("from").text()
                                                        + "\u2013"
                                                        + bin.decimals("to").text(),
                                                bin.count("lines"),
                                                bin.decimals("confidence"),
                                                bin.decimals("right")))));
    }

    private static Group workload(Tree workload) {
        return new Group(
                "workload",
                "Time and work",
                "Time is what the page was seen and worked on, of signed notes.",
                List.of(
                        byTime(workload, "byNoteType", "Time per note by type", "Type"),
                        byTime(workload, "bySpecialty", "Time per note by specialty", "Specialty"),
                        byTime(workload, "byCoder", "Time per note by coder", "Coder"),
                        table(
                                "queueByRule",
                                "Waiting by rule",
                                "bar",
                                "1",
                                List.of("Rule", "Cases"),
                                workload.list("queueByRule"),
                                row -> row(row.text("name"), row.count("cases")))));
    }

    private static Table byTime(Tree workload, String name, String caption, String head) {
        return table(
                "time-" + name,
                caption,
                "bar",
                "2,3",
                List.of(head, "Notes", "Median, s", "p90, s", "Notes an hour"),
                workload.list(name),
                row -> {
                    var seconds = row.tree("seconds");
                    return row(
                            row.text("name").replace('_', ' '),
                            seconds.count("notes"),
                            seconds.count("median"),
                            seconds.count("p90"),
                            seconds.decimals("notesPerHour"));
                });
    }

    private static Group denials(Tree denials) {
        return new Group(
                "denials",
                "Denials",
                "Each denied line is traced to the rule or decision behind it.",
                List.of(
                        table(
                                "denialsByReason",
                                "Denied lines by adjustment reason (CARC)",
                                "bar",
                                "1",
                                List.of("CARC", "Lines", "Dollars", "Meaning"),
                                denials.list("byReason"),
                                row ->
                                        row(
                                                row.text("name"),
                                                row.count("lines"),
                                                row.dollars("amountCents"),
                                                row.words("meaning"))),
                        denied(denials, "byCause", "Denied lines by cause", "Cause"),
                        denied(denials, "byRule", "Denied lines by rule", "Rule"),
                        table(
                                "traced",
                                "What would have prevented it",
                                "",
                                "",
                                List.of(
                                        "Denial",
                                        "Code",
                                        "CARC",
                                        "Dollars",
                                        "Cause",
                                        "Rule",
                                        "By",
                                        "Prevention"),
                                denials.list("traced"),
                                row ->
                                        row(
                                                row.text("denial"),
                                                row.words("code"),
                                                new Cell(
                                                        row.text("group") + "-" + row.text("carc"),
                                                        ""),
                                                row.dollars("amountCents"),
                                                row.words("cause"),
                                                row.words("rule"),
                                                row.words("by"),
                                                row.words("prevention")))));
    }

    private static Table denied(Tree denials, String name, String caption, String head) {
        return table(
                "denials-" + name,
                caption,
                "bar",
                "1",
                List.of(head, "Lines", "Dollars"),
                denials.list(name),
                row -> row(row.text("name"), row.count("lines"), row.dollars("amountCents")));
    }

    private static Group drift(Tree drift) {
        var tables = new ArrayList<Table>();
        tables.add(
                table(
                        "alerts",
                        "Drift alerts",
                        "",
                        "",
                        List.of("Metric", "Where", "Against", "Way", "From", "To", "Before", "Now"),
                        drift.list("alerts"),
                        row ->
                                new Row(
                                        row.text("metric"),
                                        true,
                                        List.of(
                                                row.words("scope"),
                                                row.words("against"),
                                                row.words("direction"),
                                                row.words("from"),
                                                row.words("to"),
                                                row.decimals("baseline"),
                                                row.decimals("observed")))));
        var months = drift.list("months");
        var metrics = new LinkedHashSet<String>();
        months.forEach(month -> metrics.add(month.text("metric")));
        for (var metric : metrics) {
            tables.add(
                    table(
                            "months-" + metric.replaceAll("[^A-Za-z0-9]+", "-"),
                            "Monthly: " + metric,
                            "line",
                            "2",
                            List.of("Month", "Count", "Mean"),
                            months.stream()
                                    .filter(month -> month.text("metric").equals(metric))
                                    .toList(),
                            row ->
                                    row(
                                            row.text("month"),
                                            row.count("count"),
                                            row.decimals("mean"))));
        }
        return new Group(
                "drift",
                "Drift of billing",
                "Levels, units and modifiers against the clinic's own past and against peers.",
                tables);
    }

    private static Group software(Tree software) {
        return new Group(
                "software",
                "AI software seen in notes",
                "",
                List.of(
                        table(
                                "services",
                                "Software inventory",
                                "",
                                "",
                                List.of(
                                        "Code",
                                        "Class",
                                        "First seen",
                                        "Last seen",
                                        "Notes",
                                        "Billed",
                                        "Documentation missing"),
                                software.list("services"),
                                row ->
                                        row(
                                                row.text("code"),
                                                row.words("class"),
                                                row.words("firstSeen"),
                                                row.words("lastSeen"),
                                                row.count("notes"),
                                                row.share("billed"),
                                                row.share("undocumented")))));
    }

    private static Group categoryThree(Tree export) {
        return new Group(
                "category-iii",
                "Category III utilisation",
                "",
                List.of(
                        table(
                                "rows",
                                "Category III codes by month",
                                "",
                                "",
                                List.of(
                                        "Month",
                                        "Code",
                                        "Payer",
                                        "Suggested",
                                        "Waiting",
                                        "Billed",
                                        "Units",
                                        "Not billed",
                                        "Denied"),
                                export.list("rows"),
                                row ->
                                        row(
                                                row.text("month"),
                                                row.words("code"),
                                                row.words("payer"),
                                                row.count("suggested"),
                                                row.count("waiting"),
                                                row.count("billed"),
                                                row.count("units"),
                                                row.count("notBilled"),
                                                row.count("denied")))));
    }

    private static Group pilot(Tree pilot) {
        var tables = new ArrayList<Table>();
        int number = 0;
        for (var department : pilot.list("departments")) {
            number++;
            tables.add(
                    table(
                            "pilot-" + number,
                            "Department: " + named(department.text("name")),
                            "",
                            "",
                            List.of(
                                    "Side",
                                    "Notes",
                                    "Signed",
                                    "Median, s",
                                    "Agreement",
                                    "Found",
                                    "Denied"),
                            department.list("sides"),
                            side ->
                                    row(
                                            side.text("name"),
                                            side.count("notes"),
                                            side.count("signed"),
                                            side.tree("seconds").count("median"),
                                            side.share("agreement"),
                                            side.share("found"),
                                            side.share("denied"))));
        }
        return new Group("pilot", "Shadow pilots", "Suggestions hidden against shown.", tables);
    }

    private static Table table(
            String id,
            String caption,
            String chart,
            String series,
            List<String> heads,
            List<Tree> members,
            Function<Tree, Row> row) {
        return new Table(
                id,
                members.size() > MOST_ROWS
                        ? caption + " (the first " + MOST_ROWS + " of " + members.size() + ")"
                        : caption,
                chart,
                series,
                heads,
                members.stream().limit(MOST_ROWS).map(row).toList());
    }

    private static Row row(String name, Cell... cells) {
        return new Row(named(name), false, List.of(cells));
    }

    private static String named(String name) {
        return name.isEmpty() ? "not told" : name;
    }
}
