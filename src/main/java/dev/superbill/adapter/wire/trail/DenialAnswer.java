package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Json;
import dev.superbill.audit.TrailRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A recorded denial.
///
/// @param id names it
/// @param answerId the answer whose claim was denied
/// @param sequence its place in the trail
/// @param hash its hash in the trail
/// @param time when it was reported
/// @param user who reported it
/// @param lines the lines denied, empty for the whole claim
/// @param group the claim adjustment group code
/// @param carc the claim adjustment reason code
/// @param rarcs remittance advice remark codes
/// @param amountCents the amount denied, in cents; 0 where not told
@Schema(name = "Denial", description = "A recorded denial.")
public record DenialAnswer(
        String id,
        String answerId,
        long sequence,
        String hash,
        @Schema(format = "date-time") String time,
        String user,
        List<CodeName> lines,
        String group,
        String carc,
        List<String> rarcs,
        long amountCents) {
    /// Copies.
    public DenialAnswer {
        lines = List.copyOf(lines);
        rarcs = List.copyOf(rarcs);
    }

    static DenialAnswer of(TrailRecord kept) {
        var record = kept.record();
        var content = Json.readContent(record.content(), DenialContent.class);
        return new DenialAnswer(
                record.id(),
                record.answerId(),
                kept.sequence(),
                kept.hash(),
                record.time().toString(),
                record.user(),
                content.lines(),
                content.group(),
                content.carc(),
                content.rarcs(),
                content.amountCents());
    }
}
