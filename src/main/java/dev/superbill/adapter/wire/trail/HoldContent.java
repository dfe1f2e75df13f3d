package dev.superbill.adapter.wire.trail;

/// What a record of a legal hold or its end holds.
///
/// @param reason the matter it is for
public record HoldContent(String reason) {}
