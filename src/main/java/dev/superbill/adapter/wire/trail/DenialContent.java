package dev.superbill.adapter.wire.trail;

import java.util.List;

/// What a record of a denial holds.
///
/// @param lines the codes denied, as billed; empty for the whole claim
/// @param group the claim adjustment group code
/// @param carc the claim adjustment reason code
/// @param rarcs remittance advice remark codes
/// @param amountCents the amount denied, in cents
public record DenialContent(
        List<CodeName> lines, String group, String carc, List<String> rarcs, long amountCents) {
    /// Copies.
    public DenialContent {
        lines = List.copyOf(lines);
        rarcs = List.copyOf(rarcs);
    }
}
