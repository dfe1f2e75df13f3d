package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The header by which a caller repeats a call safely. The id of the record that the call writes is
/// made of it, so that the trail itself tells a repeated call, whatever process it reaches.
final class IdempotencyKey {
    private static final String HEADER = "idempotency-key";
    private static final String PREFIX = "key-";
    private static final Pattern FORM = Pattern.compile("[ -~]{1,200}");
    private static final int DIGITS = 40;

    private IdempotencyKey() {}

    /// The id of the record that a call writes; empty where the call has no key.
    ///
    /// @throws ProblemException if the key has not its form
    static String id(Call call) {
        var key = call.header(HEADER);
        if (key.isEmpty()) {
            return "";
        }
        if (!FORM.matcher(key.get()).matches()) {
            throw new ProblemException(
                    Kind.INVALID.at(
                            "The header Idempotency-Key breaks its constraint.",
                            List.of(
                                    new At(
                                            "/Idempotency-Key",
                                            "is 1 to 200 printable ASCII characters"))));
        }
        var scope = String.join("\n", call.path(), call.actor().user(), key.get());
        return PREFIX
                + CaseRecords.sha256(scope.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    static boolean names(String id) {
        return id.startsWith(PREFIX);
    }
}
