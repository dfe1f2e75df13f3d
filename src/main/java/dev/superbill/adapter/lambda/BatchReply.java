package dev.superbill.adapter.lambda;

import java.util.List;

/// Which messages of a batch the queue must deliver again.
///
/// @param batchItemFailures one for each
public record BatchReply(List<Failure> batchItemFailures) {
    /// Copies.
    public BatchReply {
        batchItemFailures = List.copyOf(batchItemFailures);
    }

    /// A message to deliver again. An empty id fails the whole batch.
    public record Failure(String itemIdentifier) {}
}
