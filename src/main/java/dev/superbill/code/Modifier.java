package dev.superbill.code;

import java.util.regex.Pattern;

/// A two-character CPT or HCPCS modifier, such as `26` or `LT`.
public record Modifier(String code) implements Comparable<Modifier> {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}");

    /// Checks the form.
    public Modifier {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("a modifier has two characters, digits or capitals");
        }
    }

    @Override
    public int compareTo(Modifier other) {
        return code.compareTo(other.code);
    }
}
