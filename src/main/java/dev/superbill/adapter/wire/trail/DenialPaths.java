package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.RequestReader;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.RecordKind;
import dev.superbill.audit.Role;
import java.util.Optional;
import java.util.Set;

/// What payers deny.
final class DenialPaths implements PathGroup {
    private final RequestReader reader;
    private final Desk desk;
    private final RecordPages pages;

    DenialPaths(RequestReader reader, Desk desk, AuditTrail trail) {
        this.reader = reader;
        this.desk = desk;
        this.pages = new RecordPages(trail);
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (!call.path().equals(Api.DENIALS)) {
            return Optional.empty();
        }
        return Optional.of(call.method().equals("GET") ? list(call) : deny(call));
    }

    private Reply deny(Call call) {
        call.requireSending(Role.SERVICE, Role.ADMIN);
        var key = IdempotencyKey.id(call);
        var request = reader.read(call.body(), DenialRequest.class);
        var entered = desk.enter(call.actor(), request.answerId(), key, request.read());
        return Reply.of(entered.status(), DenialAnswer.of(entered.record()));
    }

    private Reply list(Call call) {
        call.requireReading(Role.CODER, Role.AUDITOR, Role.SERVICE, Role.ADMIN);
        var page = pages.of(call, Set.of(RecordKind.DENIAL));
        return Reply.of(
                200,
                new DenialPage(
                        page.records().stream()
                                .filter(kept -> !kept.erased())
                                .map(DenialAnswer::of)
                                .toList(),
                        page.next()));
    }
}
