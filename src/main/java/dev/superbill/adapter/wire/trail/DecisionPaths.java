package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.RequestReader;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.Role;
import dev.superbill.audit.TrailRecord;
import dev.superbill.workqueue.Casebook;
import java.util.Optional;
import java.util.Set;

/// What people decide.
final class DecisionPaths implements PathGroup {
    private final RequestReader reader;
    private final Desk desk;
    private final AuditTrail trail;
    private final RecordPages pages;

    DecisionPaths(RequestReader reader, Desk desk, AuditTrail trail) {
        this.reader = reader;
        this.desk = desk;
        this.trail = trail;
        this.pages = new RecordPages(trail);
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (call.path().equals(Api.DECISIONS)) {
            return Optional.of(call.method().equals("GET") ? list(call) : decide(call));
        }
        return Paths.below(Api.DECISIONS, call).map(id -> show(call, id));
    }

    private Reply decide(Call call) {
        call.requireSending(Role.CODER, Role.ADMIN);
        var key = IdempotencyKey.id(call);
        var request = reader.read(call.body(), DecisionRequest.class);
        var entered =
                desk.enter(
                        call.actor(), request.answerId(), key, request.read(), request.seconds());
        return Reply.of(entered.status(), withState(call, entered.record()));
    }

    private Reply list(Call call) {
        call.requireReading(Role.CODER, Role.AUDITOR, Role.ADMIN);
        var page = pages.of(call, Set.of(RecordKind.DECISION));
        return Reply.of(
                200,
                new DecisionPage(
                        page.records().stream()
                                .filter(kept -> !kept.erased())
                                .map(kept -> DecisionAnswer.of(kept, null))
                                .toList(),
                        page.next()));
    }

    private Reply show(Call call, String id) {
        call.requireReading(Role.CODER, Role.AUDITOR, Role.ADMIN);
        return trail.find(call.actor().tenant(), id)
                .filter(kept -> kept.record().kind() == RecordKind.DECISION && !kept.erased())
                .map(kept -> Reply.of(200, withState(call, kept)))
                .orElseThrow(() ->
                        new ProblemException(
                                Kind.NOT_FOUND.saying("There is no decision of that id.")));
    }

    /// The case as the decision left it, so that a repeated call is answered alike.
    private DecisionAnswer withState(Call call, TrailRecord kept) {
        var then = new Casebook();
        trail.about(call.actor().tenant(), kept.record().answerId()).stream()
                .filter(record -> record.sequence() <= kept.sequence())
                .flatMap(record -> CaseRecords.event(record).stream())
                .forEach(then::apply);
        return DecisionAnswer.of(
                kept,
                then.find(kept.record().answerId())
                        .map(found -> CaseAnswer.of(found, call.actor()))
                        .orElse(null));
    }
}
