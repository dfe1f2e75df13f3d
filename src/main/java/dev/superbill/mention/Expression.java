package dev.superbill.mention;

/// Phrases that together propose or oust a code: clauses that must all occur, each of phrases of
/// one sentence.
final class Expression {
    private final int number;
    private final int owner;
    private final Role role;
    private final int group;
    private final int target;
    private final int words;
    private final int[][] clauses;

    Expression(
            int number, int owner, Role role, int group, int target, int words, int[][] clauses) {
        this.number = number;
        this.owner = owner;
        this.role = role;
        this.group = group;
        this.target = target;
        this.words = words;
        this.clauses = clauses;
    }

    int number() {
        return number;
    }

    /// The code's place in the code table, or `-1 - ordinal` of a concept.
    int owner() {
        return owner;
    }

    Role role() {
        return role;
    }

    /// Which of the owner's `needs` or `unless` lines it stands in.
    int group() {
        return group;
    }

    /// The sibling's place in the code table that an `unless` names, or -1.
    int target() {
        return target;
    }

    /// How many content words its phrases have together.
    int words() {
        return words;
    }

    /// The phrases of each clause.
    int[][] clauses() {
        return clauses;
    }
}
