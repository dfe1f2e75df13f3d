package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.PathGroup;
import dev.superbill.adapter.wire.RequestReader;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.audit.AuditTrail;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;

/// The paths of the interface that read or write the trail.
public final class Paths {
    private Paths() {}

    /// All of them.
    ///
    /// @param suggester codes notes
    /// @param validator checks the constraints of requests
    /// @param desk where notes become cases
    /// @param trail where the records are
    public static List<PathGroup> of(
            Suggester suggester, Validator validator, Desk desk, AuditTrail trail) {
        var reader = new RequestReader(validator);
        return List.of(
                new SuggestionPaths(suggester, reader, desk),
                new DecisionPaths(reader, desk, trail),
                new CasePaths(suggester, reader, desk),
                new DenialPaths(reader, desk, trail),
                new AuditPaths(reader, desk, trail, new Replay(suggester, trail)),
                new AnalyticsPaths(suggester, desk));
    }

    /// The one segment below a path, where a call has one and no more.
    static Optional<String> below(String path, Call call) {
        var start = path.endsWith("/") ? path : path + "/";
        if (!call.path().startsWith(start)) {
            return Optional.empty();
        }
        var rest = call.path().substring(start.length());
        return rest.isEmpty() || rest.contains("/") ? Optional.empty() : Optional.of(rest);
    }
}
