package dev.superbill.adapter.wire;

import dev.superbill.audit.Role;
import java.util.Optional;

/// The scrubber alone.
final class ClaimPaths implements PathGroup {
    private final Suggester suggester;
    private final RequestReader reader;

    ClaimPaths(Suggester suggester, RequestReader reader) {
        this.suggester = suggester;
        this.reader = reader;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (!call.path().equals(Api.CLAIMS)) {
            return Optional.empty();
        }
        call.requireSending(Role.CODER, Role.SERVICE, Role.ADMIN);
        var chosen = RequestMapping.claim(reader.readClaim(call.body()));
        return Optional.of(
                Reply.of(
                        200,
                        ClaimAnswer.of(
                                turn.pipeline().review(chosen),
                                suggester.build(),
                                suggester.model(),
                                chosen.encounter().serviceDate())));
    }
}
