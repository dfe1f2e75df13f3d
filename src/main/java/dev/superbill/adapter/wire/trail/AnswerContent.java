package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import org.jspecify.annotations.Nullable;

/// What a record of an answer holds. No word of the note is in it.
///
/// @param door where the call came in
/// @param visibility `shown`, or `hidden` in a shadow pilot
/// @param encounter the encounter as sent
/// @param options the options as sent
/// @param answerSha256 the SHA-256 of the answer's bytes as they were sent, but with an empty id
///   and without timing, in hexadecimal
/// @param answer the answer, without headings and quotes
public record AnswerContent(
        String door,
        String visibility,
        SuggestionRequest.Encounter encounter,
        SuggestionRequest.@Nullable Options options,
        String answerSha256,
        SuggestionAnswer answer) {}
