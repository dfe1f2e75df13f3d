package dev.superbill.adapter.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.codeset.CodeSets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error as every door says it: RFC 9457 with one pointer for each thing that is wrong. It never
/// holds anything of the request but the names of the interface's own fields.
///
/// @param type a stable URI
/// @param title the kind of problem
/// @param status the HTTP status
/// @param detail what is wrong this time
/// @param errors what is wrong where
/// @param editions the editions loaded, where none covers the service date
@Schema(description = "What was wrong with the call (RFC 9457).")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<At> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Edition> editions) {
    private static final String URN = "urn:superbill:problem:";

    /// Copies.
    public Problem {
        errors = List.copyOf(errors);
        editions = editions == null ? null : List.copyOf(editions);
    }

    /// Something wrong at one place of the body, or with one parameter of the query.
    ///
    /// @param pointer a JSON pointer (RFC 6901), empty for the whole body; `/q` for the parameter q
    /// @param detail what is wrong there
    @Schema(name = "ProblemAt")
    public record At(String pointer, String detail) {}

    /// A loaded edition.
    ///
    /// @param edition such as `2026`
    /// @param effectiveFrom the first service date it covers
    /// @param effectiveTo the last service date it covers
    @Schema(name = "Edition")
    public record Edition(String edition, String effectiveFrom, String effectiveTo) {
        /// The editions of code sets; of several, each with the name of its own.
        static List<Edition> of(List<String> names, CodeSets codeSets) {
            return codeSets.releases().stream()
                    .filter(release -> names.contains(release.name()))
                    .map(release ->
                            new Edition(
                                    names.size() == 1
                                            ? release.edition()
                                            : release.name() + " " + release.edition(),
                                    release.effectiveFrom().toString(),
                                    release.effectiveTo().toString()))
                    .toList();
        }
    }

    /// The kinds of problem, each with its URI, status and title.
    public enum Kind {
        MALFORMED("malformed-json", 400, "The body is not JSON"),
        INVALID("invalid-request", 400, "The request breaks the interface"),
        UNAUTHENTICATED("unauthenticated", 401, "Nobody is signed in"),
        FORBIDDEN("forbidden", 403, "The caller may not do this"),
        UNSUPPORTED_EVENT("unsupported-event", 400, "The event is of no kind known here"),
        NOT_FOUND("not-found", 404, "There is nothing at this path"),
        UNKNOWN_CODE("unknown-code", 404, "The code is in no loaded code set"),
        METHOD("method-not-allowed", 405, "The path does not take this method"),
        NOT_ACCEPTABLE("not-acceptable", 406, "The answer is JSON"),
        CONFLICT("conflict", 409, "The request contradicts what is recorded"),
        TOO_LARGE("too-large", 413, "The request is too large"),
        MISDIRECTED("misdirected", 421, "The request was meant for another host"),
        MEDIA_TYPE("unsupported-media-type", 415, "The body must be JSON"),
        NO_EDITION("no-edition", 422, "No loaded edition covers the service date"),
        KEY_REUSED("idempotency-key-reused", 422, "The key belongs to another request"),
        REFUSED("refused", 400, "The request was refused"),
        INTERNAL("internal", 500, "The request could not be answered"),
        UNAVAILABLE("unavailable", 503, "A part that the request needs is down");

        private final String name;
        private final int status;
        private final String title;

        Kind(String name, int status, String title) {
            this.name = name;
            this.status = status;
            this.title = title;
        }

        /// The problem, said of the whole call.
        public Problem saying(String detail) {
            return at(detail, List.of());
        }

        /// The problem with the places where it lies.
        public Problem at(String detail, List<At> errors) {
            return new Problem(URN + name, title, status, detail, errors, null);
        }

        /// The HTTP status.
        public int status() {
            return status;
        }
    }

    Problem naming(List<Edition> loaded) {
        return new Problem(type, title, status, detail, errors, loaded);
    }
}
