package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.SuggestionAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An answer with what lasts of it in bytes: it is written once, for its fingerprint and for the
/// reply.
final class WrittenAnswer {
    private static final byte[] NO_ID = utf8("{\"id\":\"\"");

    private final SuggestionAnswer answer;
    private final byte[] lasting;

    WrittenAnswer(SuggestionAnswer answer) {
        this.answer = answer;
        this.lasting = Json.write(answer.lasting());
    }

    SuggestionAnswer answer() {
        return answer;
    }

    /// The fingerprint of what the same request gives again.
    String sha256() {
        return CaseRecords.sha256(lasting);
    }

    /// The whole answer: the id stands first, the timing last.
    byte[] bytes() {
        var timing = answer.timing();
        if (timing == null || !Arrays.equals(NO_ID, 0, NO_ID.length, lasting, 0, NO_ID.length)) {
            return Json.write(answer);
        }
        var whole = new ByteArrayOutputStream(lasting.length + 512);
        whole.writeBytes(utf8("{\"id\":"));
        whole.writeBytes(Json.write(answer.id()));
        whole.write(lasting, NO_ID.length, lasting.length - NO_ID.length - 1);
        whole.writeBytes(utf8(",\"timing\":"));
        whole.writeBytes(Json.write(timing));
        whole.write('}');
        return whole.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
