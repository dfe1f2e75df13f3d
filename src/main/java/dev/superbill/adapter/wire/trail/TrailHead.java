package dev.superbill.adapter.wire.trail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The end of a tenant's chain: noted elsewhere, it shows later that nothing was cut off.
///
/// @param sequence the place of the last record, 0 where there is none
/// @param hash its hash
@Schema(description = "The end of the chain.")
public record TrailHead(long sequence, String hash) {}
