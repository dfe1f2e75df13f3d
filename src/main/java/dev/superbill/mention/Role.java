package dev.superbill.mention;

/// What an expression means for the code or concept that owns it.
public enum Role {
    /// Proposes the owner.
    SAYS,
    /// Ousts the owner.
    UNLESS,
    /// One of the alternatives that the owner needs.
    NEEDS;

    private static final Role[] ALL = values();

    static Role of(int ordinal) {
        return ALL[ordinal];
    }
}
