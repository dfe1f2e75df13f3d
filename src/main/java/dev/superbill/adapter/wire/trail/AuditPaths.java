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
import java.util.EnumSet;
import java.util.Optional;

/// The trail itself, for auditors.
final class AuditPaths implements PathGroup {
    private static final Role[] AUDITORS = {Role.AUDITOR, Role.ADMIN};
    private static final String RECORDS = Api.AUDIT + "records";
    private static final String HEAD = Api.AUDIT + "head";
    private static final String HOLDS = Api.AUDIT + "holds";
    private static final String REPLAY = Api.AUDIT + "replay";

    private final RequestReader reader;
    private final Desk desk;
    private final AuditTrail trail;
    private final RecordPages pages;
    private final Replay replay;

    AuditPaths(RequestReader reader, Desk desk, AuditTrail trail, Replay replay) {
        this.reader = reader;
        this.desk = desk;
        this.trail = trail;
        this.pages = new RecordPages(trail);
        this.replay = replay;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        return switch (call.path()) {
            case RECORDS -> Optional.of(list(call));
            case HEAD -> Optional.of(head(call));
            case HOLDS -> Optional.of(hold(call));
            case REPLAY -> Optional.of(replay(call, turn));
            default -> Paths.below(RECORDS, call).map(id -> show(call, id));
        };
    }

    private Reply list(Call call) {
        call.requireReading(AUDITORS);
        var page = pages.of(call, EnumSet.allOf(RecordKind.class));
        return Reply.of(
                200,
                new TrailPage(page.records().stream().map(TrailEntry::of).toList(), page.next()));
    }

    private Reply show(Call call, String id) {
        call.requireReading(AUDITORS);
        return trail.find(call.actor().tenant(), id)
                .map(kept -> Reply.of(200, TrailEntry.of(kept)))
                .orElseThrow(() ->
                        new ProblemException(
                                Kind.NOT_FOUND.saying("There is no record of that id.")));
    }

    private Reply head(Call call) {
        call.requireReading(AUDITORS);
        return Reply.of(200, desk.head(call.actor()));
    }

    private Reply hold(Call call) {
        call.requireSending(AUDITORS);
        var key = IdempotencyKey.id(call);
        var request = reader.read(call.body(), HoldRequest.class);
        var entered =
                desk.enter(
                        call.actor(),
                        request.answerId(),
                        key,
                        "release".equals(request.action()) ? RecordKind.RELEASE : RecordKind.HOLD,
                        request.reason() == null ? "" : request.reason());
        return Reply.of(entered.status(), TrailEntry.of(entered.record()));
    }

    private Reply replay(Call call, Suggester.Turn turn) {
        call.requireSending(AUDITORS);
        var request = reader.read(call.body(), ReplayRequest.class, ReplayRequest::note);
        return Reply.of(
                200, replay.of(call.actor(), request.answerId(), request.note().text(), turn));
    }
}
