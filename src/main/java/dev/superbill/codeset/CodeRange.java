package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.Arrays;
import java.util.List;

/// Codes from one to another of the same system, whatever lies below the ends included.
///
/// @param from the first
/// @param to the last
public record CodeRange(Code from, Code to) {
    private static final int CATEGORY = 3;

    /// Checks.
    public CodeRange {
        if (from.system() != to.system() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException(
                    from.value() + "-" + to.value() + " is no range of codes");
        }
    }

    /// The ranges of a list such as `99202-99215 99241 S00-T14`.
    ///
    /// @throws IllegalArgumentException if a word of it is no code and no range
    public static List<CodeRange> list(String text) {
        return Arrays.stream(text.split(" +", -1)).map(CodeRange::of).toList();
    }

    /// The range of a word: a code, or two joined by `-`. A letter with two characters, or a dot
    /// after them, makes it a diagnosis; a letter with four digits, a code of HCPCS.
    ///
    /// @throws IllegalArgumentException if it is none
    public static CodeRange of(String word) {
        var ends = word.split("-", -1);
        if (ends.length > 2) {
            throw new IllegalArgumentException("'" + word + "' is no range of codes");
        }
        return new CodeRange(code(ends[0]), code(ends[ends.length - 1]));
    }

    private static Code code(String value) {
        if (value.isEmpty() || !Character.isLetter(value.charAt(0))) {
            return new Code.Cpt(value);
        }
        return value.length() == CATEGORY || value.indexOf('.') == CATEGORY
                ? new Code.Icd10(value)
                : new Code.Hcpcs(value);
    }

    /// Whether a code lies in it.
    public boolean contains(Code code) {
        if (from.system() != code.system()) {
            return false;
        }
        long key = Keys.of(code);
        return Keys.of(from) <= key && key <= Keys.lastBelow(Keys.of(to));
    }

    /// Whether a code lies in one of several.
    public static boolean anyContains(List<CodeRange> ranges, Code code) {
        for (var range : ranges) {
            if (range.contains(code)) {
                return true;
            }
        }
        return false;
    }
}
