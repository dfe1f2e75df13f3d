package dev.superbill.mention;

/// A word or phrase that changes the assertion of what stands near it in the same sentence.
///
/// The kinds follow the ConText algorithm (Harkema et al., 2009): a trigger looks forward, backward
/// or both ways, a pseudo-trigger only looks like one, and a terminator ends the reach of the
/// triggers before it.
public enum Cue {
    ABSENT_FORWARD(Assertion.ABSENT),
    ABSENT_BACKWARD(Assertion.ABSENT),
    POSSIBLE_FORWARD(Assertion.POSSIBLE),
    POSSIBLE_BACKWARD(Assertion.POSSIBLE),
    HISTORICAL_FORWARD(Assertion.HISTORICAL),
    HISTORICAL_BACKWARD(Assertion.HISTORICAL),
    FAMILY_FORWARD(Assertion.FAMILY),
    HYPOTHETICAL_FORWARD(Assertion.HYPOTHETICAL),
    PLANNED_FORWARD(Assertion.PLANNED),
    PLANNED_BACKWARD(Assertion.PLANNED),
    /// Looks like a trigger and is none: "no difficulty", "without complication".
    PSEUDO(Assertion.PRESENT),
    /// Ends the reach of earlier triggers: "but", "however".
    TERMINATOR(Assertion.PRESENT);

    private final Assertion assertion;

    Cue(Assertion assertion) {
        this.assertion = assertion;
    }

    Assertion assertion() {
        return assertion;
    }

    boolean forward() {
        return name().endsWith("_FORWARD");
    }

    boolean backward() {
        return name().endsWith("_BACKWARD");
    }
}
