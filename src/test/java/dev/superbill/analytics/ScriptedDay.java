package dev.superbill.analytics;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.Casebook;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// A made-up day: answers, what three coders do with them, and what payers deny, with a tally kept
/// while it is made up. The tally counts what the script intends, line by line, and uses nothing of
/// the figures under test: not the cases either, which undo and repeat on the way to the same end.
///
/// The keys of the tally: `signed`, `open`, `queried`, `lines`, `accepted`, `codeKept`,
/// `unchanged`, `added`, `seconds`, `timed`, `untimed`, `denials`, `deniedCases`, `amountCents`;
/// for each of decision, code, rule, specialty, payer and coder `GROUP.NAME.of`, `.accepted`,
/// `.changed` and `.rejected`; `reason.NAME.changed`, `.rejected` and `.added`; `carc.NAME.lines`
/// and `.cents`; `cause.NAME.lines`.
public final class ScriptedDay {
    /// When the day begins.
    public static final Instant MORNING = Instant.parse("2026-06-15T07:00:00Z");

    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);
    private static final List<String> CODERS = List.of("ann", "bob", "cho");
    private static final List<String> PAYERS = List.of("medicare", "acme", "");
    private static final List<String> SPECIALTIES = List.of("surgery", "cardiology", "medicine");
    private static final List<String> SUGGESTED =
            List.of("99213", "99214", "20610", "71046", "45378", "93000");
    private static final List<String> INSTEAD = List.of("99212", "20611", "71045", "45380");
    private static final List<String> MISSED = List.of("99406", "90471", "76942");

    /// Each with the reason code of a denial for the same thing.
    private static final Map<String, String> CARC_OF_RULE =
            Map.of("ncci-ptp", "97", "ncci-mue", "151", "medical-necessity", "50");

    private static final List<String> RULES =
            List.of("ncci-ptp", "ncci-mue", "medical-necessity", "confidence");
    private static final List<String> CARCS = List.of("97", "151", "50", "29", "no-such");

    private final Random random;
    private final List<CaseEvent> events = new ArrayList<>();
    private final SortedMap<String, Long> tally = new TreeMap<>();
    private int decisions;

    private ScriptedDay(long seed) {
        random = new Random(seed);
    }

    /// Makes up a day.
    ///
    /// @param seed the same seed, the same day
    /// @param notes how many answers
    public static ScriptedDay of(long seed, int notes) {
        var day = new ScriptedDay(seed);
        for (int i = 0; i < notes; i++) {
            day.new Script(i).play();
        }
        day.events.sort(Comparator.comparing(ScriptedDay::time));
        return day;
    }

    /// What happened, in the order of time.
    public List<CaseEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /// What the figures must be.
    public SortedMap<String, Long> tally() {
        return Collections.unmodifiableSortedMap(tally);
    }

    /// The cases that the events make.
    public List<CodingCase> cases() {
        var book = new Casebook();
        events.forEach(book::apply);
        return book.cases();
    }

    private static Instant time(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Answered(var answer) -> answer.time();
            case CaseEvent.Decided decided -> decided.time();
            case CaseEvent.Denied denied -> denied.time();
        };
    }

    private void count(String key, long more) {
        tally.merge(key, more, Long::sum);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// What is to become of a line.
    private enum Fate {
        ACCEPTED,
        CHANGED_TO_THE_SAME,
        UNITS,
        MODIFIERS,
        CODE,
        REJECTED
    }

    /// A suggested line with its fate.
    private record Planned(
            Answer.Line line, Fate fate, ChosenLine end, OverrideReason reason, String coder) {
        boolean billed() {
            return fate != Fate.REJECTED;
        }

        boolean asSuggested() {
            return fate == Fate.ACCEPTED || fate == Fate.CHANGED_TO_THE_SAME;
        }

        boolean codeKept() {
            return billed() && fate != Fate.CODE;
        }
    }

    /// A line on the claim, and why a denial of it would be what it would be.
    private record OnClaim(Code code, List<String> rules, boolean person) {}

    /// One answer and all that happens to it.
    private final class Script {
        private final int number;
        private final String id;
        private final String payer = one(PAYERS);
        private final String specialty = one(SPECIALTIES);
        private final String signer = one(CODERS);
        private final boolean timed = chance(0.95);
        private Instant clock;
        private long seconds;

        Script(int number) {
            this.number = number;
            id = "A" + number;
            clock = MORNING.plusSeconds(number * 60L);
        }

        void play() {
            var lines = lines();
            events.add(new CaseEvent.Answered(answer(lines)));
            double end = random.nextDouble();
            if (end < 0.2) {
                count("open", 1);
                if (chance(0.5)) {
                    decide(signer, new CoderAction.Accept(lines.getFirst().code()));
                }
            } else if (end < 0.3) {
                count("queried", 1);
                decide(signer, new CoderAction.Query(List.of("software-analysis"), "Which?"));
            } else {
                sign(lines);
            }
        }

        private List<Answer.Line> lines() {
            var codes = new ArrayList<>(SUGGESTED);
            Collections.shuffle(codes, random);
            var lines = new ArrayList<Answer.Line>();
            for (var code : codes.subList(0, 1 + random.nextInt(3))) {
                lines.add(line(Code.of(CodeSystem.CPT, code), 1 + random.nextInt(2)));
            }
            lines.add(line(Code.of(CodeSystem.ICD_10_CM, "M17.11"), 1));
            return lines;
        }

        private Answer.Line line(Code code, int units) {
            var findings = new ArrayList<Answer.Finding>();
            for (var rule : RULES) {
                if (chance(0.12)) {
                    findings.add(new Answer.Finding(rule, chance(0.2) ? "block" : "warn"));
                }
            }
            boolean blocked =
                    findings.stream().anyMatch(finding -> finding.severity().equals("block"));
            return new Answer.Line(
                    new ChosenLine(code, units, List.of()),
                    blocked ? "withhold" : findings.isEmpty() ? "suggest" : "review",
                    random.nextInt(1001) / 1000.0,
                    "",
                    findings);
        }

        private Answer answer(List<Answer.Line> lines) {
            return new Answer(
                    id,
                    clock,
                    "intake",
                    String.format("%064x", number),
                    DATE,
                    payer,
                    specialty,
                    specialty + " ward",
                    "22",
                    "procedure",
                    "",
                    "review",
                    List.of(),
                    Answer.Visibility.SHOWN,
                    lines,
                    List.of());
        }

        private void sign(List<Answer.Line> lines) {
            var planned = new ArrayList<Planned>();
            var instead = new ArrayList<>(INSTEAD);
            Collections.shuffle(instead, random);
            for (var line : lines) {
                planned.add(plan(line, planned.isEmpty(), instead));
            }
            if (chance(0.1)) {
                decide(one(CODERS), new CoderAction.Query(List.of("ncci-mue"), "How many?"));
                decide(one(CODERS), new CoderAction.Reply());
            }
            planned.forEach(this::act);
            var claim = new ArrayList<OnClaim>();
            for (var line : planned) {
                if (line.billed()) {
                    claim.add(onClaim(line));
                }
            }
            boolean added = chance(0.15);
            if (added) {
                var code = Code.of(CodeSystem.CPT, one(MISSED));
                decide(
                        one(CODERS),
                        new CoderAction.Add(
                                new ChosenLine(code, 1, List.of()),
                                List.of(),
                                OverrideReason.MISSED));
                claim.add(new OnClaim(code, List.of(), true));
                count("added", 1);
                count("reason.missed.added", 1);
            }
            decide(signer, new CoderAction.Sign());
            tally(planned, added);
            if (chance(0.15)) {
                deny(one(claim));
            }
        }

        private Planned plan(Answer.Line line, boolean first, List<String> instead) {
            var suggested = line.chosen();
            var coder = one(CODERS);
            boolean diagnosis = line.code().system() == CodeSystem.ICD_10_CM;
            double fate = random.nextDouble();
            if (diagnosis || fate < 0.6) {
                return new Planned(line, Fate.ACCEPTED, suggested, OverrideReason.OTHER, coder);
            }
            if (fate < 0.65) {
                return new Planned(
                        line, Fate.CHANGED_TO_THE_SAME, suggested, OverrideReason.OTHER, coder);
            }
            if (fate < 0.72) {
                var end = new ChosenLine(line.code(), suggested.units() + 1, List.of());
                return new Planned(line, Fate.UNITS, end, OverrideReason.UNITS, coder);
            }
            if (fate < 0.8) {
                var end = new ChosenLine(line.code(), suggested.units(), List.of("59"));
                return new Planned(line, Fate.MODIFIERS, end, OverrideReason.MODIFIERS, coder);
            }
            if (fate < 0.88 || first) {
                var code = Code.of(CodeSystem.CPT, instead.removeFirst());
                return new Planned(
                        line,
                        Fate.CODE,
                        new ChosenLine(code, 1, List.of()),
                        OverrideReason.MORE_SPECIFIC,
                        coder);
            }
            return new Planned(
                    line, Fate.REJECTED, suggested, OverrideReason.NOT_DOCUMENTED, coder);
        }

        /// Some lines are rejected first, and that is taken back.
        private void act(Planned planned) {
            var code = planned.line().code();
            if (chance(0.1)) {
                var undone =
                        decide(one(CODERS), new CoderAction.Reject(code, OverrideReason.DUPLICATE));
                decide(one(CODERS), new CoderAction.Undo(undone));
            }
            decide(
                    planned.coder(),
                    switch (planned.fate()) {
                        case ACCEPTED -> new CoderAction.Accept(code);
                        case CHANGED_TO_THE_SAME, UNITS, MODIFIERS, CODE ->
                                new CoderAction.Change(code, planned.end(), planned.reason());
                        case REJECTED -> new CoderAction.Reject(code, planned.reason());
                    });
        }

        private String decide(String coder, CoderAction action) {
            clock = clock.plusSeconds(7);
            int active = timed ? 5 + random.nextInt(40) : 0;
            seconds += active;
            var decision = "D" + decisions++;
            events.add(new CaseEvent.Decided(decision, id, clock, coder, action, active));
            return decision;
        }

        private void tally(List<Planned> planned, boolean added) {
            count("signed", 1);
            count(timed ? "timed" : "untimed", 1);
            count("seconds", seconds);
            boolean changed = added;
            for (var line : planned) {
                count("lines", 1);
                count("accepted", line.asSuggested() ? 1 : 0);
                count("codeKept", line.codeKept() ? 1 : 0);
                changed |= !line.asSuggested();
                group("decision." + line.line().decision(), line);
                group("code." + line.line().code().value(), line);
                line.line().findings().forEach(finding -> group("rule." + finding.rule(), line));
                group("specialty." + specialty, line);
                group("payer." + payer, line);
                group("coder." + line.coder(), line);
                if (line.fate() != Fate.ACCEPTED) {
                    count(
                            "reason."
                                    + line.reason().label()
                                    + (line.billed() ? ".changed" : ".rejected"),
                            1);
                }
            }
            count("unchanged", changed ? 0 : 1);
        }

        private void group(String name, Planned line) {
            count(name + ".of", 1);
            count(name + ".accepted", line.asSuggested() ? 1 : 0);
            count(name + ".changed", line.billed() && !line.asSuggested() ? 1 : 0);
            count(name + ".rejected", line.billed() ? 0 : 1);
        }

        private OnClaim onClaim(Planned line) {
            // Of another code, the findings say nothing.
            var rules =
                    line.fate() == Fate.CODE
                            ? List.<String>of()
                            : line.line().findings().stream().map(Answer.Finding::rule).toList();
            return new OnClaim(line.end().code(), rules, line.fate() != Fate.ACCEPTED);
        }

        private void deny(OnClaim line) {
            var carc = one(CARCS);
            long cents = 1000L + random.nextInt(90_000);
            events.add(
                    new CaseEvent.Denied(
                            "N" + id,
                            id,
                            clock.plusSeconds(86_400),
                            "billing",
                            List.of(line.code()),
                            carc,
                            "CO",
                            List.of(),
                            cents));
            count("denials", 1);
            count("deniedCases", 1);
            count("amountCents", cents);
            count("carc." + carc + ".lines", 1);
            count("carc." + carc + ".cents", cents);
            count("cause." + cause(line, carc) + ".lines", 1);
        }

        private static String cause(OnClaim line, String carc) {
            if (carc.equals("29")) {
                return "administrative";
            }
            if (line.rules().stream()
                    .anyMatch(rule -> carc.equals(CARC_OF_RULE.getOrDefault(rule, "")))) {
                return "overridden";
            }
            if (line.person()) {
                return "person";
            }
            return carc.equals("no-such") ? "unknown" : "gap";
        }
    }
}
