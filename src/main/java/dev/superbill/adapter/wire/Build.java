package dev.superbill.adapter.wire;

/// What program this is.
///
/// @param version the version and the commit, such as `1.0.0+4f2c1a9`
/// @param rules the release of the rules, such as `2026.4`
public record Build(String version, String rules) {}
