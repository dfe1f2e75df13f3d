package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.Reply;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.analytics.AnalyticsCalls;
import dev.superbill.audit.Role;
import java.util.Optional;

/// Figures.
final class AnalyticsPaths implements PathGroup {
    private final Suggester suggester;
    private final Desk desk;

    AnalyticsPaths(Suggester suggester, Desk desk) {
        this.suggester = suggester;
        this.desk = desk;
    }

    @Override
    public Optional<Reply> answer(Call call, Suggester.Turn turn) {
        return Paths.below(Api.ANALYTICS, call).map(name -> figures(call, name));
    }

    private Reply figures(Call call, String name) {
        call.requireReading(Role.CODER, Role.AUDITOR, Role.ADMIN);
        return Reply.of(
                200,
                AnalyticsCalls.answer(
                        name, call.query(), desk.cases(call.actor()), suggester.now()));
    }
}
