package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.ClaimAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.code.Code;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a case in words.
///
/// @param describe what a code is, in words; empty where nothing loaded lists it
record CaseViewer(Function<Code, String> describe) {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern CODE =
            Pattern.compile(
                    "\\b(?:[0-9]{4}[0-9FTUMA]|[A-Z][0-9][0-9A-Z]{1,3}(?:\\.[0-9A-Z]{1,4})?)\\b");
    private static final Set<String> EXCLUDING =
            Set.of(
                    "remote-monitoring",
                    "icd-10-cm-excludes1",
                    "ai-components",
                    "ai-concurrent-study");
    private static final int PERCENT = 100;

    /// Everything that a case is shown from.
    ///
    /// @param found the case
    /// @param answer its answer
    /// @param encounter the encounter
    /// @param check what the rules say of the lines that would be billed, where there are any
    /// @param decisionId names the next decision
    record Told(
            CodingCase found,
            SuggestionAnswer answer,
            SuggestionRequest.Encounter encounter,
            @Nullable ClaimAnswer check,
            String decisionId) {
        boolean hidden() {
            return found.answer().visibility() == Answer.Visibility.HIDDEN;
        }
    }

    CaseView view(Told told) {
        var found = told.found();
        var all = found.lines().stream().filter(line -> shown(line, told)).toList();
        var lines = new ArrayList<CaseView.Line>();
        var diagnoses = new ArrayList<CaseView.Line>();
        for (var line : all) {
            var view = line(line, told);
            (view.procedure() ? lines : diagnoses).add(view);
        }
        var rejected = told.hidden() ? List.<CaseView.Rejected>of() : rejected(told.answer());
        var undo = found.standing().isEmpty() ? null : found.standing().getLast();
        return new CaseView(
                told.answer().id(),
                found.status().label(),
                switch (found.status()) {
                    case OPEN -> "Open";
                    case QUERIED -> "Waits for the author";
                    case SIGNED -> "Signed";
                },
                facts(told),
                told.hidden() ? "" : found.answer().outcome(),
                told.hidden() ? List.of() : found.answer().reasons(),
                told.hidden(),
                lines,
                diagnoses,
                rejected,
                told.hidden() ? List.of() : findings(told.answer().findings()),
                conflicts(lines, diagnoses, rejected),
                told.hidden() ? List.of() : visit(told.answer().evaluationAndManagement()),
                check(told),
                history(found),
                found.denials().stream().map(CaseViewer::denial).toList(),
                undo == null ? "" : undo.id(),
                undo == null ? "" : said(undo.action()),
                told.decisionId(),
                (int) all.stream().filter(CaseViewer::acceptable).count(),
                (int) all.stream().filter(line -> line.state() == CaseLine.State.OPEN).count(),
                found.billed().size(),
                query(found),
                release(told.answer().release()));
    }

    /// Whether the line is suggested and nobody has decided on it.
    static boolean acceptable(CaseLine line) {
        return line.state() == CaseLine.State.OPEN
                && !line.suggested().isEmpty()
                && line.suggested().getFirst().decision().equals("suggest");
    }

    private static boolean shown(CaseLine line, Told told) {
        return !told.hidden() || line.state() != CaseLine.State.OPEN;
    }

    private CaseView.Line line(CaseLine line, Told told) {
        var code = line.chosen().code();
        var suggested =
                told.answer().lines().stream()
                        .filter(one ->
                                Keys.of(one.system(), one.code()).equals(Keys.of(line.line())))
                        .findFirst();
        var diagnosis =
                told.answer().diagnoses().stream()
                        .filter(one ->
                                Keys.of(one.system(), one.code()).equals(Keys.of(line.line())))
                        .findFirst();
        boolean changed = !code.equals(line.line());
        var description =
                changed
                        ? describe.apply(code)
                        : suggested
                                .map(SuggestionAnswer.Line::description)
                                .or(() -> diagnosis.map(SuggestionAnswer.Diagnosis::description))
                                .orElseGet(() -> describe.apply(code));
        var by = told.hidden() ? List.<Answer.Line>of() : line.suggested();
        return new CaseView.Line(
                Keys.of(line.line()),
                code.system().label(),
                code.value(),
                changed ? line.line().value() : "",
                line.line().system().label() + " " + line.line().value(),
                description.isEmpty() ? "not listed on the date of service" : description,
                line.chosen().units(),
                modifiers(line, suggested),
                by.isEmpty() ? -1 : (int) Math.round(by.getFirst().confidence() * PERCENT),
                by.isEmpty() ? "" : by.getFirst().decision(),
                line.state().label(),
                stateText(line),
                told.hidden() ? "" : pointers(suggested, told.answer()),
                evidence(line, suggested, diagnosis, told),
                findings(line, suggested, diagnosis, told),
                told.hidden()
                        ? List.of()
                        : suggested
                                .map(one ->
                                        one.alternatives().stream()
                                                .map(CaseViewer::alternative)
                                                .toList())
                                .orElse(List.of()),
                told.hidden()
                        ? List.of()
                        : suggested.stream()
                                .flatMap(one ->
                                        Stream.ofNullable(one.appendixS())
                                                .map(work -> ai(work, Keys.of(line.line()))))
                                .toList());
    }

    private static List<CaseView.Modifier> modifiers(
            CaseLine line, Optional<SuggestionAnswer.Line> suggested) {
        var reasons =
                suggested.stream()
                        .flatMap(one -> one.modifiers().stream())
                        .collect(
                                Collectors.toMap(
                                        SuggestionAnswer.Modifier::code,
                                        SuggestionAnswer.Modifier::because,
                                        (first, _) -> first));
        return line.chosen().modifiers().stream()
                .map(code -> new CaseView.Modifier(code, reasons.getOrDefault(code, "")))
                .toList();
    }

    private static String stateText(CaseLine line) {
        var because =
                line.reason().isEmpty() ? "" : ": " + lower(line.reason().getFirst().description());
        return switch (line.state()) {
            case OPEN -> "Open";
            case ACCEPTED -> "Accepted by " + line.by();
            case CHANGED -> "Changed by " + line.by() + because;
            case REJECTED -> "Rejected by " + line.by() + because;
            case ADDED -> "Added by " + line.by() + because;
        };
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String pointers(
            Optional<SuggestionAnswer.Line> suggested, SuggestionAnswer answer) {
        return suggested.stream()
                .flatMap(line -> line.diagnosisPointers().stream())
                .flatMap(pointer ->
                        answer.diagnoses().stream().filter(one -> one.pointer() == pointer))
                .map(SuggestionAnswer.Diagnosis::code)
                .collect(Collectors.joining(", "));
    }

    private static List<CaseView.Quote> evidence(
            CaseLine line,
            Optional<SuggestionAnswer.Line> suggested,
            Optional<SuggestionAnswer.Diagnosis> diagnosis,
            Told told) {
        if (told.hidden() || line.suggested().isEmpty()) {
            return List.of();
        }
        return quotes(
                suggested
                        .map(SuggestionAnswer.Line::evidence)
                        .or(() -> diagnosis.map(SuggestionAnswer.Diagnosis::evidence))
                        .orElse(List.of()));
    }

    private static List<CaseView.Quote> quotes(List<SuggestionAnswer.Evidence> evidence) {
        return evidence.stream()
                .map(words -> {
                    var quote = words.quote();
                    return new CaseView.Quote(
                            words.start(), words.section(), quote == null ? "" : quote);
                })
                .toList();
    }

    /// Of a line on the claim, what the check says; else what came with the suggestion.
    private static List<CaseView.Finding> findings(
            CaseLine line,
            Optional<SuggestionAnswer.Line> suggested,
            Optional<SuggestionAnswer.Diagnosis> diagnosis,
            Told told) {
        var check = told.check();
        if (check != null && line.state().billed()) {
            var code = line.chosen().code().value();
            return Stream.concat(
                            check.lines().stream()
                                    .filter(one -> one.code().equals(code))
                                    .flatMap(one -> one.findings().stream()),
                            check.diagnoses().stream()
                                    .filter(one -> one.code().equals(code))
                                    .flatMap(one -> one.findings().stream()))
                    .map(CaseViewer::finding)
                    .distinct()
                    .toList();
        }
        if (told.hidden()) {
            return List.of();
        }
        return findings(
                suggested
                        .map(SuggestionAnswer.Line::findings)
                        .or(() -> diagnosis.map(SuggestionAnswer.Diagnosis::findings))
                        .orElse(List.of()));
    }

    private static List<CaseView.Finding> findings(List<SuggestionAnswer.Finding> findings) {
        return findings.stream().map(CaseViewer::finding).toList();
    }

    private static CaseView.Finding finding(SuggestionAnswer.Finding finding) {
        var remedy = finding.remedy();
        return new CaseView.Finding(
                finding.rule(),
                finding.severity(),
                finding.message(),
                finding.source(),
                remedy == null ? "" : remedy);
    }

    private static CaseView.Alternative alternative(SuggestionAnswer.Alternative sibling) {
        return new CaseView.Alternative(sibling.code(), sibling.unless());
    }

    private static CaseView.AiService ai(SuggestionAnswer.AppendixS work, String key) {
        var shown = work.documentation();
        return new CaseView.AiService(
                work.workClass(),
                work.basis(),
                work.edition(),
                List.of(
                        part(key + "-input", "Input", shown.input()),
                        part(key + "-process", "Process", shown.process()),
                        part(key + "-output", "Output", shown.output())));
    }

    private static CaseView.Part part(String key, String name, SuggestionAnswer.Part part) {
        return new CaseView.Part(key, name, part.state(), "", quotes(part.evidence()));
    }

    private static List<CaseView.Rejected> rejected(SuggestionAnswer answer) {
        return answer.rejected().stream()
                .map(one ->
                        new CaseView.Rejected(
                                Keys.rejected(one.system(), one.code()),
                                one.system(),
                                one.code(),
                                one.because().rule(),
                                one.because().message(),
                                quotes(one.evidence())))
                .toList();
    }

    /// The pairs of codes that a finding about one of them names.
    private static List<CaseView.Conflict> conflicts(
            List<CaseView.Line> lines,
            List<CaseView.Line> diagnoses,
            List<CaseView.Rejected> rejected) {
        Map<String, String> keys = new HashMap<>();
        rejected.forEach(one -> keys.put(one.code(), one.key()));
        lines.forEach(one -> keys.put(one.code(), one.key()));
        diagnoses.forEach(one -> keys.put(one.code(), one.key()));
        var conflicts = new ArrayList<CaseView.Conflict>();
        var pairs = new HashSet<Set<String>>();
        Stream.concat(lines.stream(), diagnoses.stream())
                .filter(line -> !line.rejected())
                .forEach(line -> {
                    for (var finding : line.findings()) {
                        if (excludes(finding.rule()) && !finding.severity().equals("info")) {
                            named(finding.message(), line.code(), keys)
                                    .filter(code ->
                                            pairs.add(new TreeSet<>(List.of(line.code(), code))))
                                    .forEach(code ->
                                            conflicts.add(
                                                    new CaseView.Conflict(
                                                            line.key(),
                                                            keyOf(code, keys),
                                                            line.code(),
                                                            code,
                                                            finding.severity(),
                                                            finding.message())));
                        }
                    }
                });
        for (var one : rejected) {
            if (excludes(one.rule())) {
                named(one.message(), one.code(), keys)
                        .filter(code -> pairs.add(new TreeSet<>(List.of(one.code(), code))))
                        .forEach(code ->
                                conflicts.add(
                                        new CaseView.Conflict(
                                                one.key(),
                                                keyOf(code, keys),
                                                one.code(),
                                                code,
                                                "block",
                                                one.message())));
            }
        }
        return conflicts;
    }

    private static String keyOf(String code, Map<String, String> keys) {
        return keys.getOrDefault(code, "");
    }

    private static boolean excludes(String rule) {
        return rule.startsWith("ncci-") || EXCLUDING.contains(rule);
    }

    private static Stream<String> named(String message, String own, Map<String, String> keys) {
        var codes = new LinkedHashSet<String>();
        var matcher = CODE.matcher(message);
        while (matcher.find()) {
            if (!matcher.group().equals(own) && keys.containsKey(matcher.group())) {
                codes.add(matcher.group());
            }
        }
        return codes.stream();
    }

    private static List<CaseView.Visit> visit(SuggestionAnswer.Visit visit) {
        if (visit.family().equals("none")) {
            return List.of();
        }
        var mdm = visit.mdm();
        var time = visit.time();
        var level = visit.level();
        return List.of(
                new CaseView.Visit(
                        visit.family().replace('_', ' '),
                        level == null ? "" : level,
                        mdm == null ? "" : mdm.level().replace('_', ' '),
                        mdm == null
                                ? List.of()
                                : List.of(
                                        element("mdm-problems", "Problems", mdm.problems()),
                                        element("mdm-data", "Data", mdm.data()),
                                        element("mdm-risk", "Risk", mdm.risk())),
                        time == null ? "" : String.valueOf(time.minutes()),
                        time == null ? List.of() : quotes(time.evidence())));
    }

    private static CaseView.Part element(
            String key, String name, SuggestionAnswer.Element element) {
        return new CaseView.Part(
                key,
                name,
                element.level().replace('_', ' '),
                element.basis(),
                quotes(element.evidence()));
    }

    private static CaseView.Check check(Told told) {
        var check = told.check();
        if (check == null) {
            return new CaseView.Check(
                    "", "Nothing is on the claim yet: accept, change or add lines.", List.of());
        }
        int checked = check.lines().size();
        var text =
                switch (check.outcome()) {
                    case "clean" -> "No rule objects";
                    case "review" -> "A person must look";
                    default -> "A line cannot be billed as it stands";
                };
        return new CaseView.Check(
                check.outcome(),
                text + " (" + checked + (checked == 1 ? " line" : " lines") + " checked)",
                findings(check.findings()));
    }

    private static List<CaseView.Event> history(CodingCase found) {
        var standing = found.standing().stream().map(CaseEvent.Decided::id).toList();
        var events = new ArrayList<CaseView.Event>();
        for (var decided : found.history().reversed()) {
            boolean undo = decided.action() instanceof CoderAction.Undo;
            events.add(
                    new CaseView.Event(
                            TIME.format(decided.time()),
                            decided.user(),
                            said(decided.action()),
                            !undo && !standing.contains(decided.id())));
        }
        return events;
    }

    /// An action in words.
    static String said(CoderAction action) {
        return switch (action) {
            case CoderAction.Accept(var line) -> "accepted " + line.value();
            case CoderAction.Change(var line, var to, _) ->
                    "changed "
                            + line.value()
                            + " to "
                            + said(to.code(), to.units(), to.modifiers());
            case CoderAction.Reject(var line, _) -> "rejected " + line.value();
            case CoderAction.Add(var line, _, _) ->
                    "added " + said(line.code(), line.units(), line.modifiers());
            case CoderAction.Query _ -> "asked the author";
            case CoderAction.Reply _ -> "noted the author's reply";
            case CoderAction.Sign _ -> "signed the claim";
            case CoderAction.Undo _ -> "took a decision back";
        };
    }

    private static String said(Code code, int units, List<String> modifiers) {
        return code.value()
                + (modifiers.isEmpty() ? "" : "-" + String.join("-", modifiers))
                + (units == 1 ? "" : " \u00D7 " + units);
    }

    private static CaseView.Denial denial(CaseEvent.Denied denied) {
        return new CaseView.Denial(
                TIME.format(denied.time()),
                denied.group()
                        + "-"
                        + denied.carc()
                        + (denied.rarcs().isEmpty()
                                ? ""
                                : " (" + String.join(", ", denied.rarcs()) + ")")
                        + ": "
                        + (denied.lines().isEmpty()
                                ? "the whole claim"
                                : denied.lines().stream()
                                        .map(Code::value)
                                        .collect(Collectors.joining(", "))));
    }

    /// What the author was asked, while the reply is awaited.
    private static String query(CodingCase found) {
        if (found.status() != CaseStatus.QUERIED) {
            return "";
        }
        for (var decided : found.standing().reversed()) {
            if (decided.action() instanceof CoderAction.Query(_, var text)) {
                return text;
            }
        }
        return "";
    }

    private static List<CaseView.Fact> facts(Told told) {
        var encounter = told.encounter();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Date of service", encounter.serviceDate().toString());
        put(facts, "Payer", encounter.payer());
        put(facts, "Place of service", encounter.placeOfService());
        put(facts, "Specialty", encounter.specialty());
        put(facts, "Department", told.found().answer().department());
        var patient = encounter.patient();
        if (patient != null) {
            put(facts, "Patient", patient(patient));
        }
        var minutes = encounter.totalMinutes();
        if (minutes != null) {
            facts.put("Time told", minutes + " min");
        }
        if (!told.hidden()) {
            put(facts, "Note", told.found().answer().noteType().replace('_', ' '));
        }
        return facts.entrySet().stream()
                .map(fact -> new CaseView.Fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }

    private static String patient(SuggestionRequest.Patient patient) {
        var parts = new ArrayList<String>();
        var age = patient.ageYears();
        if (age != null) {
            parts.add(age + " y");
        }
        var sex = patient.sex();
        if (sex != null) {
            parts.add(sex);
        }
        var established = patient.established();
        if (established != null) {
            parts.add(established ? "established" : "new");
        }
        return String.join(", ", parts);
    }

    private static String release(SuggestionAnswer.Release release) {
        return "Superbill "
                + release.build()
                + ", model "
                + release.model()
                + ", rules "
                + release.rules()
                + ", "
                + release.codeSets().entrySet().stream()
                        .map(edition -> edition.getKey() + " " + edition.getValue())
                        .collect(Collectors.joining(", "));
    }
}
