package dev.superbill.codeset;

/// Two codes of a claim that an edit joins, by their places in the list asked about.
///
/// @param column1 the place of the code that is paid
/// @param column2 the place of the code that is denied
/// @param match the edit
public record PtpConflict(int column1, int column2, PtpMatch match) {}
