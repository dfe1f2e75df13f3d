package dev.superbill.codeset;

/// Where the code sets come from, which may change while notes are coded.
public interface CodeSetSource {
    /// The code sets to code the next note with. They stay as they are, whatever comes after them.
    CodeSets current();

    /// Code sets that never change.
    static CodeSetSource fixed(CodeSets codeSets) {
        return () -> codeSets;
    }
}
