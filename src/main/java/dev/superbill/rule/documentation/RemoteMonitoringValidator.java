package dev.superbill.rule.documentation;

import dev.superbill.code.Code;
import dev.superbill.mention.Concept;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Remote monitoring by device needs days of data, minutes of work and a live talk, by the code.
///
/// Set-up needs the device; supply needs days of data within 30; management needs minutes within a
/// calendar month and one live talk with the patient or caregiver. Supply for 2 to 15 days and for
/// 16 to 30 exclude each other, and so do the first 10 and the first 20 minutes. What the note does
/// not show goes to a person by name. These are services of people and devices: none stands in
/// Appendix S.
///
/// Source: AMA CPT, remote physiologic and remote therapeutic monitoring, edition 2026 (99445,
/// 99470, 98979 and 98984-98986 effective 2026-01-01); CMS, Medicare Physician Fee Schedule final
/// rule for 2026.
public final class RemoteMonitoringValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "remote-monitoring";

    private static final String SOURCE =
            "AMA CPT, remote physiologic and therapeutic monitoring, effective 2026-01-01; Medicare Physician Fee Schedule"
                    + " final rule for 2026";
    private static final LocalDate SHORT_PERIODS = LocalDate.of(2026, 1, 1);
    private static final int LONG_PERIOD = 16;
    private static final int SHORT_PERIOD = 2;
    private static final int PERIOD = 30;

    private static final Set<String> SET_UP = Set.of("99453", "98975");
    private static final Set<String> SHORT_SUPPLY = Set.of("99445", "98984", "98985", "98986");
    private static final Set<String> LONG_SUPPLY = Set.of("99454", "98976", "98977", "98978");
    private static final Set<String> TEN_MINUTES = Set.of("99470", "98979");
    private static final Set<String> TWENTY_MINUTES = Set.of("99457", "98980");
    private static final Set<String> FURTHER_MINUTES = Set.of("99458", "98981");

    /// Days of data: `18 days of readings`, `readings on 18 of 30 days`, `transmitted on 18 days`.
    private static final List<Pattern> DAYS =
            List.of(
                    pattern(
                            "\\b(\\d{1,2})\\sdays?\\s(?:of|with|had|where|on\\swhich)\\s(?:\\w{1,14}\\s){0,3}?"
                                    + "(?:data|readings?|measurements?|transmissions?|monitoring|weights|pressures)\\b"),
                    pattern(
                            "\\b(?:data|readings?|measurements?|transmitted|transmissions?|recorded|monitored)\\b"
                                    + "[^.;\\n\\d]{0,40}\\b(\\d{1,2})\\s(?:days|of\\s(?:the\\s)?(?:last\\s|past\\s)?30|out\\sof\\s30)"),
                    pattern(
                            "\\b(\\d{1,2})\\s(?:of|out\\sof)\\s(?:the\\s)?(?:last\\s|past\\s)?30\\sdays"),
                    pattern("\\b(\\d{1,2})/30\\sdays"));

    private static final Pattern MINUTES = pattern("\\b(\\d{1,3})[\\s-]{0,2}min");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return claim.lines().stream()
                .flatMap(line -> Stream.concat(lacking(line, claim), twice(line, claim)))
                .toList();
    }

    private static Stream<Finding> lacking(ClaimLine line, Claim claim) {
        var code = line.code();
        if (SET_UP.contains(code)) {
            int least =
                    claim.encounter().serviceDate().isBefore(SHORT_PERIODS)
                            ? LONG_PERIOD
                            : SHORT_PERIOD;
            return Stream.concat(device(line, claim), days(line, claim, least, PERIOD));
        }
        if (SHORT_SUPPLY.contains(code)) {
            return Stream.concat(
                    device(line, claim), days(line, claim, SHORT_PERIOD, LONG_PERIOD - 1));
        }
        if (LONG_SUPPLY.contains(code)) {
            return Stream.concat(device(line, claim), days(line, claim, LONG_PERIOD, PERIOD));
        }
        if (TEN_MINUTES.contains(code)) {
            return Stream.concat(talk(line, claim), minutes(line, claim, 10, 19));
        }
        if (TWENTY_MINUTES.contains(code)) {
            return Stream.concat(talk(line, claim), minutes(line, claim, 20, Integer.MAX_VALUE));
        }
        return FURTHER_MINUTES.contains(code)
                ? minutes(line, claim, 20 + 20 * line.units(), Integer.MAX_VALUE)
                : Stream.empty();
    }

    private static Stream<Finding> device(ClaimLine line, Claim claim) {
        return claim.mentions().concept(Concept.MONITORING_DEVICE).isEmpty()
                ? Stream.of(
                        finding(
                                line,
                                "the device is not documented",
                                "name the device that was supplied and how it sends its data"))
                : Stream.empty();
    }

    private static Stream<Finding> talk(ClaimLine line, Claim claim) {
        return claim.mentions().concept(Concept.INTERACTIVE_COMMUNICATION).isEmpty()
                ? Stream.of(
                        finding(
                                line,
                                "no live talk with the patient or caregiver in the month is documented",
                                "document at least one live talk, by telephone or video, with its date"))
                : Stream.empty();
    }

    private static Stream<Finding> days(ClaimLine line, Claim claim, int least, int most) {
        var text = claim.mentions().note().text();
        var told = DAYS.stream().mapToInt(pattern -> most(pattern, text)).max().orElse(0);
        if (told == 0) {
            return Stream.of(
                    finding(
                            line,
                            "the number of days with data in the 30-day period is not documented",
                            "state on how many of the 30 days data came: "
                                    + least
                                    + " to "
                                    + most
                                    + " for this code"));
        }
        return told < least || told > most
                ? Stream.of(
                        finding(
                                line,
                                "the note tells of "
                                        + told
                                        + " days with data, and the code is for "
                                        + least
                                        + " to "
                                        + most,
                                told >= SHORT_PERIOD
                                        ? "report the code for that number of days"
                                        : "report it for a period with enough days"))
                : Stream.empty();
    }

    private static Stream<Finding> minutes(ClaimLine line, Claim claim, int least, int most) {
        int told =
                Math.max(
                        most(MINUTES, claim.mentions().note().text()),
                        claim.encounter().totalMinutes().told().orElse(0));
        if (told == 0) {
            return Stream.of(
                    finding(
                            line,
                            "the minutes of management in the month are not documented",
                            "state the minutes in the calendar month: at least "
                                    + least
                                    + " for this code"));
        }
        return told < least || told > most
                ? Stream.of(
                        finding(
                                line,
                                "the note tells of "
                                        + told
                                        + " minutes, and the code asks for "
                                        + (told < least
                                                ? "at least " + least
                                                : "no more than " + most),
                                "report the code for that time"))
                : Stream.empty();
    }

    /// Codes of one kind of monitoring that exclude each other in a period.
    private static Stream<Finding> twice(ClaimLine line, Claim claim) {
        var rival =
                switch (line.code()) {
                    case "99445" -> "99454";
                    case "98984" -> "98976";
                    case "98985" -> "98977";
                    case "98986" -> "98978";
                    case "99470" -> "99457";
                    case "98979" -> "98980";
                    default -> "";
                };
        return claim.beside(line).stream().map(Code::value).anyMatch(rival::equals)
                ? Stream.of(
                        finding(
                                line,
                                line.code() + " and " + rival + " exclude each other in one period",
                                "report the one that the days or minutes support"))
                : Stream.empty();
    }

    private static Finding finding(ClaimLine line, String message, String remedy) {
        return Finding.on(line, ID, Severity.WARN, message, SOURCE, remedy);
    }

    private static int most(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max()
                .orElse(0);
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
