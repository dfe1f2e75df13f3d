package dev.superbill.workqueue;

import dev.superbill.code.Code;
import java.time.Instant;
import java.util.List;

/// Something that happened to a case, as the trail keeps it.
public sealed interface CaseEvent {
    /// The answer that the case is about.
    String answerId();

    /// The note was answered: the case begins.
    record Answered(Answer answer) implements CaseEvent {
        @Override
        public String answerId() {
            return answer.id();
        }
    }

    /// A person decided.
    ///
    /// @param id names the decision
    /// @param answerId the answer
    /// @param time when
    /// @param user who
    /// @param action what
    /// @param activeSeconds how long the person worked on the case since the decision before, in
    ///   seconds; 0 where not told
    record Decided(
            String id,
            String answerId,
            Instant time,
            String user,
            CoderAction action,
            int activeSeconds)
            implements CaseEvent {
        /// Checks.
        public Decided {
            if (activeSeconds < 0) {
                throw new IllegalArgumentException("seconds are negative");
            }
        }
    }

    /// A payer denied lines, or the whole claim.
    ///
    /// @param id names the denial
    /// @param answerId the answer
    /// @param time when it was reported
    /// @param user who reported it
    /// @param lines the codes of the lines denied, as billed; empty for the whole claim
    /// @param carc the claim adjustment reason code, such as `97`
    /// @param group the claim adjustment group code: CO, PR, OA or PI
    /// @param rarcs remittance advice remark codes, such as `M15`
    /// @param amountCents the amount denied, in cents; 0 where not told
    record Denied(
            String id,
            String answerId,
            Instant time,
            String user,
            List<Code> lines,
            String carc,
            String group,
            List<String> rarcs,
            long amountCents)
            implements CaseEvent {
        /// Copies.
        public Denied {
            lines = List.copyOf(lines);
            rarcs = List.copyOf(rarcs);
        }
    }
}
