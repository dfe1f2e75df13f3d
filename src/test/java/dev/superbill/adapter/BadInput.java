package dev.superbill.adapter;

import dev.superbill.adapter.wire.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request that something is odd about, and the status that every door gives it.
///
/// @param name what is odd
/// @param body the request
/// @param status the HTTP status of the answer
public record BadInput(String name, Bytes body, int status) {
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int NO_EDITION = 422;
    private static final String WORD = Sample.PLANTED;

    /// Bytes, which a record may not hold as an array.
    public static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /// The bytes.
        public byte[] get() {
            return bytes.clone();
        }
    }

    /// Whether it needs code sets to be told.
    public boolean needsCodeSets() {
        return status == NO_EDITION;
    }

    /// All of them. Each has the planted word in it.
    public static List<BadInput> all() {
        return List.of(
                of("an empty body", "", BAD),
                of("white space", " \n", BAD),
                of("a word", WORD, BAD),
                of("half an object", "{\"note\":{\"text\":\"" + WORD, BAD),
                of("two objects", Sample.request(WORD) + Sample.request(WORD), BAD),
                of(
                        "a repeated field",
                        "{\"note\":{\"text\":\"" + WORD + "\",\"text\":\"x\"}}",
                        BAD),
                of("an array", "[\"" + WORD + "\"]", BAD),
                of("a string", "\"" + WORD + "\"", BAD),
                of("null", "null", BAD),
                of("an empty object", "{}", BAD),
                of("nothing but a note", "{\"note\":{\"text\":\"" + WORD + "\"}}", BAD),
                of("a null note", encounterAnd("\"note\":null"), BAD),
                of("a note that is a string", encounterAnd("\"note\":\"" + WORD + "\""), BAD),
                of("a text that is a number", encounterAnd("\"note\":{\"text\":7}"), BAD),
                of("a text that is true", encounterAnd("\"note\":{\"text\":true}"), BAD),
                of(
                        "a text that is an array",
                        encounterAnd("\"note\":{\"text\":[\"" + WORD + "\"]}"),
                        BAD),
                of("an empty note", Sample.request(""), BAD),
                of("a blank note", Sample.request(" \t\n\u2003\u2028"), BAD),
                of("an unknown field", encounterAnd(note() + ",\"" + WORD + "\":1"), BAD),
                of(
                        "an unknown field of the note",
                        encounterAnd("\"note\":{\"text\":\"" + WORD + "\",\"words\":1}"),
                        BAD),
                of("a date that is a number", encounter("20260615"), BAD),
                of("a date that is an array", encounter("[2026,6,15]"), BAD),
                of("a date with a time", encounter("\"2026-06-15T00:00:00Z\""), BAD),
                of("a day that no month has", encounter("\"2026-02-30\""), BAD),
                of("a date that is a word", encounter("\"" + WORD + "\""), BAD),
                of("an age that is a string", told("\"patient\":{\"ageYears\":\"54\"}"), BAD),
                of("an age with a fraction", told("\"patient\":{\"ageYears\":54.5}"), BAD),
                of("an age below 0", told("\"patient\":{\"ageYears\":-1}"), BAD),
                of("an age beyond numbers", told("\"patient\":{\"ageYears\":99999999999}"), BAD),
                of("a sex that is none", told("\"patient\":{\"sex\":\"" + WORD + "\"}"), BAD),
                of("a place with a letter", told("\"placeOfService\":\"2x\""), BAD),
                of("a null line", told("\"sameDayLines\":[null]"), BAD),
                of("a line without a code", told("\"sameDayLines\":[{\"units\":1}]"), BAD),
                of("0 lines wanted", encounterAnd(note() + ",\"options\":{\"maxLines\":0}"), BAD),
                of(
                        "an unknown system",
                        encounterAnd(note() + ",\"options\":{\"systems\":[\"ICD-9\"]}"),
                        BAD),
                of("a hundred brackets", "[".repeat(100), BAD),
                of("a hundred thousand brackets", "{\"note\":".repeat(100_000), BAD),
                new BadInput("bytes that are not UTF-8", invalidUtf8(), BAD),
                new BadInput(
                        "UTF-16",
                        new Bytes(Sample.request(WORD).getBytes(StandardCharsets.UTF_16)),
                        BAD),
                of(
                        "100,001 characters",
                        Sample.request(WORD + "a".repeat(100_001 - WORD.length())),
                        TOO_LARGE),
                of(
                        "5 MB",
                        Sample.request((WORD + " ").repeat(5_000_000 / (WORD.length() + 1))),
                        TOO_LARGE),
                of("a date that no edition covers", encounter("\"1951-01-01\""), NO_EDITION),
                of(
                        "100,000 characters",
                        Sample.request(WORD + "a".repeat(100_000 - WORD.length())),
                        OK),
                of("a word of 100,000 Greek letters", Sample.request("λ".repeat(100_000)), OK),
                of("100,000 line ends", Sample.request(WORD + "\n".repeat(99_000)), OK),
                of(
                        "lone surrogates",
                        encounterAnd("\"note\":{\"text\":\"" + WORD + " \\ud800 \\udc00\\ud83d\"}"),
                        OK),
                of(
                        "control characters",
                        encounterAnd(
                                "\"note\":{\"text\":\"" + WORD + " \\u0000\\u001b[2J\\u007f\\r\"}"),
                        OK),
                of(
                        "right to left",
                        Sample.request(WORD + " עבר ניתוח שלום \u202Eabc\u202C العملية"),
                        OK),
                of("emoji", Sample.request(WORD + " 👩🏽‍⚕️ 🫀 e\u0301 \u200B\uFEFF"), OK),
                of("a byte order mark", "\uFEFF" + Sample.request(WORD), OK),
                of(
                        "nulls for what is optional",
                        told("\"patient\":null,\"payer\":null,\"sameDayLines\":null"),
                        OK));
    }

    @Override
    public String toString() {
        return name;
    }

    private static BadInput of(String name, String body, int status) {
        return new BadInput(name, new Bytes(body.getBytes(StandardCharsets.UTF_8)), status);
    }

    private static String note() {
        return "\"note\":{\"text\":\"" + WORD + "\"}";
    }

    private static String encounterAnd(String rest) {
        return "{\"encounter\":{\"serviceDate\":\"2026-06-15\"}," + rest + "}";
    }

    private static String encounter(String date) {
        return "{\"encounter\":{\"serviceDate\":" + date + "}," + note() + "}";
    }

    private static String told(String field) {
        return "{\"encounter\":{\"serviceDate\":\"2026-06-15\"," + field + "}," + note() + "}";
    }

    private static Bytes invalidUtf8() {
        var request = new ByteArrayOutputStream();
        var start = "{\"encounter\":{\"serviceDate\":\"2026-06-15\"},\"note\":{\"text\":\"" + WORD;
        request.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        request.write(0xC3);
        request.write(0x28);
        request.writeBytes("\"}}".getBytes(StandardCharsets.UTF_8));
        return new Bytes(request.toByteArray());
    }
}
