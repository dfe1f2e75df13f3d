package dev.superbill.codeset;

/// A code's place in Appendix S.
public record AppendixSEntry(AppendixSClass workClass, AppendixSBasis basis, int edition) {}
