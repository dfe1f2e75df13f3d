package dev.superbill.adapter.wire;

import dev.superbill.audit.Role;
import java.util.Optional;

/// What is loaded.
final class ReleasePaths implements PathGroup {
    private final Suggester suggester;

    ReleasePaths(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        if (!call.path().equals(Api.RELEASES)) {
            return Optional.empty();
        }
        call.requireReading(Role.values());
        return Optional.of(
                Reply.of(
                        200,
                        ReleasesAnswer.of(
                                suggester.build(),
                                suggester.model(),
                                turn.pipeline().codeSets().releases())));
    }
}
