package dev.superbill.rule;

import java.util.List;

/// A check of the draft claim. It reports findings; it never changes the claim, and never throws
/// for a bad one.
public interface Rule {
    /// The rule's permanent id.
    String id();

    /// What the rule has to say of a claim, in order of its lines.
    List<Finding> check(Claim claim);
}
