package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.code.CodeSystem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32C;

/// What a search asks for, read from the parameters of a call. Its cursors are the place of the
/// next code and a fingerprint of that place, the words, the systems and the date, so that one of
/// another search is refused. The length of the page may change on the way.
///
/// @param query the words
/// @param systems the systems to search
/// @param date the service date
/// @param from how many codes stand before the page
/// @param limit how many codes are wanted
record SearchRequest(String query, Set<CodeSystem> systems, LocalDate date, int from, int limit) {
    private static final int MOST_CHARACTERS = 200;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST_CODES = 100;
    private static final int LONGEST_CURSOR = 40;
    private static final int LAST_PLACE = 10_000_000;

    SearchRequest {
        systems = Set.copyOf(systems);
    }

    /// Reads the parameters.
    ///
    /// @throws ProblemException if one of them breaks its constraint; all that do are told
    static SearchRequest of(Call call, LocalDate today) {
        var wrong = new ArrayList<At>();
        var query =
                one(
                        call,
                        "q",
                        "",
                        SearchRequest::words,
                        "is 1 to 200 characters, not all blank",
                        wrong);
        var date =
                one(
                        call,
                        "date",
                        today,
                        text -> Dates.read(text).orElseThrow(SearchRequest::unread),
                        "is one date such as 2026-06-15",
                        wrong);
        int limit =
                one(
                        call,
                        "limit",
                        DEFAULT_LIMIT,
                        SearchRequest::limit,
                        "is a number from 1 to 100",
                        wrong);
        var systems = systems(call, wrong);
        if (call.query("q").isEmpty()) {
            wrong.add(new At("/q", "is missing"));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Kind.INVALID.at("A parameter of the search breaks its constraint.", wrong));
        }
        var first = new SearchRequest(query, systems, date, 0, limit);
        int from = one(call, "cursor", 0, first::place, "is of no page of this search", wrong);
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Kind.INVALID.at("A parameter of the search breaks its constraint.", wrong));
        }
        return new SearchRequest(query, systems, date, from, limit);
    }

    private static <T> T one(
            Call call,
            String name,
            T otherwise,
            Function<String, T> read,
            String constraint,
            List<At> wrong) {
        var values = call.query(name);
        if (values.isEmpty()) {
            return otherwise;
        }
        try {
            if (values.size() == 1) {
                return read.apply(values.getFirst());
            }
        } catch (IllegalArgumentException _) {
            // Told below, as several values are.
        }
        wrong.add(new At("/" + name, constraint));
        return otherwise;
    }

    private static IllegalArgumentException unread() {
        return new IllegalArgumentException("not of the form wanted");
    }

    private static String words(String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw unread();
        }
        return text;
    }

    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST_CODES) {
            throw unread();
        }
        return limit;
    }

    private static Set<CodeSystem> systems(Call call, List<At> wrong) {
        var values = call.query("system");
        if (values.isEmpty()) {
            return EnumSet.allOf(CodeSystem.class);
        }
        var systems = EnumSet.noneOf(CodeSystem.class);
        for (var value : values) {
            for (var label : value.split(",", -1)) {
                var system = CodeSystem.labelled(label.strip());
                if (system.isEmpty()) {
                    wrong.add(new At("/system", "is CPT, HCPCS or ICD-10-CM, or several of them"));
                    return systems;
                }
                systems.add(system.get());
            }
        }
        return systems;
    }

    /// The cursor of a page of this search.
    ///
    /// @param place how many codes stand before it
    String cursor(int place) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES);
        bytes.putInt(place).putLong(fingerprint(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private int place(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) {
            throw unread();
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        try {
            int place = bytes.getInt();
            if (place < 1
                    || place > LAST_PLACE
                    || bytes.getLong() != fingerprint(place)
                    || bytes.hasRemaining()) {
                throw unread();
            }
            return place;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private long fingerprint(int place) {
        var search =
                String.join(
                        "\n",
                        String.valueOf(place),
                        date.toString(),
                        EnumSet.copyOf(systems).toString(),
                        query);
        var backwards = new StringBuilder(search).reverse().toString();
        return checksum(search) << Integer.SIZE | checksum(backwards);
    }

    private static long checksum(String text) {
        var checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_16BE));
        return checksum.getValue();
    }
}
