package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.RequestReader;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.audit.Role;
import java.util.List;
import java.util.Optional;

/// The coding of a note. Its text is kept nowhere.
final class SuggestionPaths implements PathGroup {
    static {
        Json.prepare(
                List.of(SuggestionRequest.class),
                List.of(SuggestionAnswer.class, AnswerContent.class));
    }

    private final Suggester suggester;
    private final RequestReader reader;
    private final Desk desk;

    SuggestionPaths(Suggester suggester, RequestReader reader, Desk desk) {
        this.suggester = suggester;
        this.reader = reader;
        this.desk = desk;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (!call.path().equals(Api.SUGGESTIONS)) {
            return Optional.empty();
        }
        call.requireSending(Role.CODER, Role.SERVICE, Role.ADMIN);
        var id = IdempotencyKey.id(call);
        var request = reader.read(call.body());
        var options = request.options();
        if (options != null && Boolean.FALSE.equals(options.audit())) {
            return Optional.of(Reply.of(200, suggester.suggest(suggester.nextId(), request, turn)));
        }
        var answer =
                desk.open(
                        call.actor(),
                        request,
                        new Desk.Opening(call.door(), Desk.Text.NOT_KEPT, id, turn));
        return Optional.of(Reply.ofJson(200, answer.bytes()));
    }
}
