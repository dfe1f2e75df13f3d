package dev.superbill.adapter.wire;

import java.util.Optional;

/// Paths of the interface that belong together, and what answers them.
public interface PathGroup {
    /// The reply to a call; empty where its path is none of the group's.
    ///
    /// @param call the call, its path without a slash at the end
    /// @param turn the pipeline and the clock of the call
    /// @throws ProblemException if the call breaks the interface
    /// @throws dev.superbill.failure.CodingException if it fails otherwise
    Optional<Reply> answer(Call call, Suggester.Turn turn);
}
