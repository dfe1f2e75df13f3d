package dev.superbill.analytics;

import dev.superbill.code.Code;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Denials by reason code, each line traced to the finding or the human decision behind it.
///
/// A denial of several lines has one amount; it is shared out in whole cents, so that sums agree. A
/// denial of a whole claim is one row without a code.
///
/// @param denials how many denials were reported
/// @param deniedCases signed cases with a denial
/// @param amountCents all that was denied, in cents
/// @param byReason by CARC
/// @param byCause by what was behind it, every cause
/// @param byRule by the rule whose finding was overridden or unseen
/// @param byPerson by who overrode the finding or made the line
/// @param byPayer by payer
/// @param traced every denied line, in the order of denials' time and id
public record DenialReport(
        int denials,
        Share deniedCases,
        long amountCents,
        List<Group> byReason,
        List<Group> byCause,
        List<Group> byRule,
        List<Group> byPerson,
        List<Group> byPayer,
        List<Traced> traced) {
    /// Copies.
    public DenialReport {
        byReason = List.copyOf(byReason);
        byCause = List.copyOf(byCause);
        byRule = List.copyOf(byRule);
        byPerson = List.copyOf(byPerson);
        byPayer = List.copyOf(byPayer);
        traced = List.copyOf(traced);
    }

    /// What was behind a denied line.
    public enum Cause {
        /// A finding about the same thing was shown, and the line was billed all the same.
        OVERRIDDEN,
        /// A finding about the same thing existed, and a pilot kept it from view.
        UNSEEN,
        /// A person added the line, or changed what was suggested.
        PERSON,
        /// The line was billed as suggested, and no rule said anything: a gap in the rules.
        GAP,
        /// No other code would have been paid.
        ADMINISTRATIVE,
        /// The denied code is not on the claim as it was signed.
        NOT_ON_CLAIM,
        /// The reason code is not in the table: a person must say what it was about.
        UNKNOWN;

        /// The name that the interface uses.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Denied lines that have something in common.
    ///
    /// @param lines denied lines; a denial of a whole claim is one
    /// @param amountCents their share of the amounts, in cents
    public record Group(String name, int lines, long amountCents) {}

    /// A denied line.
    ///
    /// @param denial the denial's id
    /// @param answerId the answer
    /// @param code the code denied; empty for the whole claim
    /// @param carc the claim adjustment reason code
    /// @param group the claim adjustment group code
    /// @param rarcs the remark codes
    /// @param payer the payer
    /// @param amountCents the line's share of the amount, in cents
    /// @param rule the id of the rule whose finding was overridden or unseen; else empty
    /// @param by who overrode the finding or made the line; else empty
    /// @param reason why that person did, one element; empty where none was given
    /// @param prevention what would have prevented it, a sentence
    public record Traced(
            String denial,
            String answerId,
            String code,
            String carc,
            String group,
            List<String> rarcs,
            String payer,
            long amountCents,
            Cause cause,
            String rule,
            String by,
            List<OverrideReason> reason,
            String prevention) {
        /// Copies.
        public Traced {
            rarcs = List.copyOf(rarcs);
            reason = List.copyOf(reason);
        }
    }

    /// What a trace comes to.
    private record Found(Cause cause, String rule, String by, List<OverrideReason> reason) {
        static Found of(Cause cause) {
            return new Found(cause, "", "", List.of());
        }
    }

    private record Row(
            CodingCase coding, CaseEvent.Denied denied, Optional<Code> code, long cents) {}

    /// Traces the denials of cases.
    ///
    /// @param cases in any order
    public static DenialReport of(List<CodingCase> cases) {
        var rows = new ArrayList<Row>();
        long cents = 0;
        int denials = 0;
        for (var coding : cases) {
            for (var denied : coding.denials()) {
                denials++;
                cents += denied.amountCents();
                addRows(coding, denied, rows);
            }
        }
        var traced =
                rows.stream()
                        .sorted(
                                Comparator.comparing((Row row) -> row.denied().time())
                                        .thenComparing(row -> row.denied().id()))
                        .map(DenialReport::trace)
                        .toList();
        var signed = cases.stream().filter(coding -> coding.status() == CaseStatus.SIGNED).toList();
        return new DenialReport(
                denials,
                Share.of(signed, coding -> !coding.denials().isEmpty()),
                cents,
                groups(traced, Traced::carc),
                groups(traced, row -> row.cause().label()),
                told(traced, Traced::rule),
                told(traced, Traced::by),
                groups(traced, Traced::payer),
                traced);
    }

    private static void addRows(CodingCase coding, CaseEvent.Denied denied, List<Row> rows) {
        int lines = denied.lines().size();
        if (lines == 0) {
            rows.add(new Row(coding, denied, Optional.empty(), denied.amountCents()));
            return;
        }
        long each = denied.amountCents() / lines;
        long left = denied.amountCents() % lines;
        for (int i = 0; i < lines; i++) {
            long cents = each + (i < left ? 1 : 0);
            rows.add(new Row(coding, denied, Optional.of(denied.lines().get(i)), cents));
        }
    }

    private static Traced trace(Row row) {
        var denied = row.denied();
        var reason = AdjustmentCodes.reason(denied.carc());
        var found =
                row.code()
                        .map(code -> ofLine(row.coding(), code, reason))
                        .orElseGet(() -> ofClaim(row.coding(), reason));
        return new Traced(
                denied.id(),
                denied.answerId(),
                row.code().map(Code::value).orElse(""),
                denied.carc(),
                denied.group(),
                denied.rarcs(),
                row.coding().answer().payer(),
                row.cents(),
                found.cause(),
                found.rule(),
                found.by(),
                found.reason(),
                prevention(found, reason));
    }

    private static Found ofLine(
            CodingCase coding, Code code, Optional<AdjustmentCodes.Reason> reason) {
        var billed =
                coding.billed().stream()
                        .filter(line -> line.chosen().code().equals(code))
                        .findFirst();
        if (billed.isEmpty()) {
            return Found.of(Cause.NOT_ON_CLAIM);
        }
        if (reason.isPresent() && reason.get().kind() == AdjustmentCodes.Kind.ADMINISTRATIVE) {
            return Found.of(Cause.ADMINISTRATIVE);
        }
        var line = billed.get();
        var own = line.suggested().stream().flatMap(one -> one.findings().stream()).toList();
        // A finding about the code suggested says nothing of another code put in its place.
        boolean sameCode = line.chosen().code().equals(line.line());
        var rule =
                sameCode
                        ? related(own, reason).or(() -> related(coding.answer().findings(), reason))
                        : Optional.<String>empty();
        if (rule.isPresent() && !line.suggested().isEmpty()) {
            return overridden(coding, rule.get(), line.by(), line.reason());
        }
        return switch (line.state()) {
            case ADDED, CHANGED -> new Found(Cause.PERSON, "", line.by(), line.reason());
            case ACCEPTED, OPEN, REJECTED -> unforeseen(reason);
        };
    }

    private static Found ofClaim(CodingCase coding, Optional<AdjustmentCodes.Reason> reason) {
        if (reason.isPresent() && reason.get().kind() == AdjustmentCodes.Kind.ADMINISTRATIVE) {
            return Found.of(Cause.ADMINISTRATIVE);
        }
        var billed = coding.billed();
        for (var line : billed) {
            var own = line.suggested().stream().flatMap(one -> one.findings().stream()).toList();
            var rule = related(own, reason);
            if (rule.isPresent() && line.chosen().code().equals(line.line())) {
                return overridden(coding, rule.get(), line.by(), line.reason());
            }
        }
        var general = related(coding.answer().findings(), reason);
        if (general.isPresent()) {
            return overridden(coding, general.get(), Workload.signer(coding), List.of());
        }
        return billed.stream()
                .filter(line ->
                        line.state() == CaseLine.State.ADDED
                                || line.state() == CaseLine.State.CHANGED)
                .findFirst()
                .map(line -> new Found(Cause.PERSON, "", line.by(), line.reason()))
                .orElseGet(() -> unforeseen(reason));
    }

    private static Found overridden(
            CodingCase coding, String rule, String by, List<OverrideReason> reason) {
        return coding.answer().visibility() == Answer.Visibility.HIDDEN
                ? new Found(Cause.UNSEEN, rule, "", List.of())
                : new Found(Cause.OVERRIDDEN, rule, by, reason);
    }

    private static Found unforeseen(Optional<AdjustmentCodes.Reason> reason) {
        return Found.of(reason.isEmpty() ? Cause.UNKNOWN : Cause.GAP);
    }

    /// The rule of the weightiest finding about what the payer objects to.
    private static Optional<String> related(
            List<Answer.Finding> findings, Optional<AdjustmentCodes.Reason> reason) {
        var rules = reason.map(AdjustmentCodes.Reason::rules).orElse(List.of());
        return Stream.of("block", "warn", "info")
                .flatMap(severity ->
                        findings.stream().filter(one -> one.severity().equals(severity)))
                .map(Answer.Finding::rule)
                .filter(rules::contains)
                .findFirst();
    }

    private static String prevention(Found found, Optional<AdjustmentCodes.Reason> reason) {
        var coding = reason.map(AdjustmentCodes.Reason::coding).orElse("the reason is not known");
        return switch (found.cause()) {
            case OVERRIDDEN ->
                    "Heeding the finding "
                            + found.rule()
                            + ", which "
                            + (found.by().isEmpty() ? "somebody" : found.by())
                            + " overrode"
                            + found.reason().stream()
                                    .findFirst()
                                    .map(why -> " (" + why.label() + ")")
                                    .orElse(" without a reason")
                            + ": "
                            + coding
                            + ".";
            case UNSEEN ->
                    "Showing the finding "
                            + found.rule()
                            + ", which the pilot hid: "
                            + coding
                            + ".";
            case PERSON ->
                    "Checking the line that "
                            + (found.by().isEmpty() ? "a person" : found.by())
                            + " added or changed before signing: "
                            + coding
                            + ".";
            case GAP -> "A rule that sees it before the claim is sent: " + coding + ".";
            case ADMINISTRATIVE ->
                    "No other code: "
                            + reason.map(AdjustmentCodes.Reason::meaning).orElse("")
                            + "; registration or billing would have prevented it.";
            case NOT_ON_CLAIM ->
                    "Nothing here: the code denied is not on the claim that was signed; what was sent"
                            + " to the payer differs from it.";
            case UNKNOWN ->
                    "Unknown: the reason code is not in the table; a person must read the remittance.";
        };
    }

    private static List<Group> told(List<Traced> traced, Function<Traced, String> name) {
        return groups(traced.stream().filter(row -> !name.apply(row).isEmpty()).toList(), name);
    }

    private static List<Group> groups(List<Traced> traced, Function<Traced, String> name) {
        return Groups.largestFirst(
                Groups.by(traced, name),
                (group, rows) ->
                        new Group(
                                group,
                                rows.size(),
                                rows.stream().mapToLong(Traced::amountCents).sum()));
    }
}
