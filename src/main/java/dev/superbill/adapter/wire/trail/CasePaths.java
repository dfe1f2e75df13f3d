package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.RequestReader;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.audit.Role;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The queue.
final class CasePaths implements PathGroup {
    private static final Role[] READERS = {Role.CODER, Role.AUDITOR, Role.SERVICE, Role.ADMIN};
    private static final List<String> OUTCOMES = List.of("auto", "review", "query");

    private final Suggester suggester;
    private final RequestReader reader;
    private final Desk desk;

    CasePaths(Suggester suggester, RequestReader reader, Desk desk) {
        this.suggester = suggester;
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (call.path().equals(Api.CASES)) {
            return Optional.of(call.method().equals("GET") ? list(call) : open(call, turn));
        }
        return Paths.below(Api.CASES, call).map(id -> show(call, id));
    }

    /// The text is kept: a person is to read it.
    private Reply open(Call call, Suggester.Turn turn) {
        call.requireSending(Role.CODER, Role.SERVICE, Role.ADMIN);
        var id = IdempotencyKey.id(call);
        var answer =
                desk.open(
                        call.actor(),
                        reader.read(call.body()),
                        new Desk.Opening(call.door(), Desk.Text.KEPT, id, turn));
        // As it began, so that a repeated call is answered alike.
        return Reply.of(
                201,
                CaseAnswer.of(
                        CodingCase.of(found(call, answer.answer().id()).answer()), call.actor()));
    }

    private Reply show(Call call, String id) {
        call.requireReading(READERS);
        return Reply.of(200, CaseAnswer.of(found(call, id), call.actor()));
    }

    private CodingCase found(Call call, String id) {
        return desk.find(call.actor(), id)
                .orElseThrow(() ->
                        new ProblemException(
                                Kind.NOT_FOUND.saying("There is no answer of that id.")));
    }

    private Reply list(Call call) {
        call.requireReading(READERS);
        var parameters = new Parameters(call);
        var wanted = Wanted.of(parameters, suggester.now());
        int limit = parameters.limit();
        var cursor =
                Cursor.of(
                        call.path(),
                        call.actor().tenant(),
                        String.join(
                                "\n",
                                List.of(
                                        parameters.text("status"),
                                        parameters.text("outcome"),
                                        parameters.text("reason"),
                                        parameters.text("payer"),
                                        parameters.text("confidenceBelow"),
                                        parameters.text("olderThan"))));
        long place = parameters.place(cursor);
        parameters.check();
        var cases = desk.cases(call.actor());
        var page = new ArrayList<CaseAnswer>();
        for (int i = (int) Math.min(place, cases.size()); i < cases.size(); i++) {
            if (wanted.has(cases.get(i))) {
                if (page.size() == limit) {
                    return Reply.of(200, new CasePage(page, cursor.at(i)));
                }
                page.add(CaseAnswer.of(cases.get(i), call.actor()));
            }
        }
        return Reply.of(200, new CasePage(page, null));
    }

    /// Which cases are wanted.
    private record Wanted(
            String status,
            String outcome,
            String reason,
            String payer,
            double confidenceBelow,
            Instant before) {
        private static final double ANY = Double.POSITIVE_INFINITY;

        static Wanted of(Parameters parameters, Instant now) {
            return new Wanted(
                    parameters.one("status", "", Wanted::status, "is open, queried or signed"),
                    parameters.one(
                            "outcome",
                            "",
                            text -> Optional.of(text).filter(OUTCOMES::contains),
                            "is auto, review or query"),
                    parameters.text("reason").strip().toLowerCase(Locale.ROOT),
                    parameters.text("payer").strip().toLowerCase(Locale.ROOT),
                    parameters.one(
                            "confidenceBelow", ANY, Wanted::share, "is a number from 0 to 1"),
                    parameters.one(
                            "olderThan",
                            Instant.MAX,
                            text -> before(text, now),
                            "is a duration such as P2D or PT4H"));
        }

        private static Optional<String> status(String text) {
            return Arrays.stream(CaseStatus.values())
                    .map(CaseStatus::label)
                    .filter(text::equals)
                    .findFirst();
        }

        private static Optional<Double> share(String text) {
            return text.matches("0|1|[01]?\\.[0-9]{1,6}")
                    ? Optional.of(Double.valueOf(text)).filter(share -> share <= 1)
                    : Optional.empty();
        }

        private static Optional<Instant> before(String text, Instant now) {
            try {
                var age = Duration.parse(text);
                return age.isNegative() ? Optional.empty() : Optional.of(now.minus(age));
            } catch (DateTimeException | ArithmeticException _) {
                return Optional.empty();
            }
        }

        boolean has(CodingCase found) {
            var answer = found.answer();
            var confidence = CaseAnswer.confidence(found);
            return (status.isEmpty() || found.status().label().equals(status))
                    && (outcome.isEmpty() || answer.outcome().equals(outcome))
                    && (reason.isEmpty() || hasReason(found))
                    && (payer.isEmpty() || answer.payer().equals(payer))
                    && (confidenceBelow > 1 || (confidence != null && confidence < confidenceBelow))
                    && answer.time().isBefore(before);
        }

        /// A rule that reports something of the answer, or words of a reason.
        private boolean hasReason(CodingCase found) {
            var answer = found.answer();
            return answer.reasons().stream()
                            .anyMatch(told -> told.toLowerCase(Locale.ROOT).contains(reason))
                    || answer.findings().stream().anyMatch(told -> told.rule().equals(reason))
                    || answer.lines().stream()
                            .flatMap(line -> line.findings().stream())
                            .anyMatch(told -> told.rule().equals(reason));
        }
    }
}
