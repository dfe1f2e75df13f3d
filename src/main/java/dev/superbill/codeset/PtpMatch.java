package dev.superbill.codeset;

/// A procedure-to-procedure edit that applies to two codes on a date.
///
/// @param pair the edit
/// @param rationale CMS's own short reason; empty where the file gives none
/// @param release the edition that it stands in
public record PtpMatch(PtpPair pair, String rationale, CodeSetRelease release) {}
