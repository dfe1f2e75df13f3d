package dev.superbill.decision;

import dev.superbill.code.Code;

/// A sibling code and the condition that decides against it.
///
/// @param code the sibling
/// @param unless the condition under which the line's own code stands, in our words
public record Alternative(Code code, String unless) {}
