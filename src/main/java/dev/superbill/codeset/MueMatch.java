package dev.superbill.codeset;

/// The medically unlikely edit of a code on a date.
///
/// @param limit the value and its adjudication indicator
/// @param rationale CMS's own short reason; empty where the file gives none
/// @param release the edition that it stands in
public record MueMatch(MueLimit limit, String rationale, CodeSetRelease release) {}
