package dev.superbill.adapter.wire.trail;

import dev.superbill.adapter.wire.Call;
import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the parameters of a query, and tells everything that is wrong with them at once.
final class Parameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Call call;
    private final List<At> wrong = new ArrayList<>();

    Parameters(Call call) {
        this.call = call;
    }

    /// One value, or another where it is not told.
    <T> T one(String name, T otherwise, Function<String, Optional<T>> read, String constraint) {
        var values = call.query(name);
        if (values.isEmpty()) {
            return otherwise;
        }
        if (values.size() == 1 && values.getFirst().length() <= LONGEST) {
            var told = read.apply(values.getFirst());
            if (told.isPresent()) {
                return told.get();
            }
        }
        wrong.add(new At("/" + name, constraint));
        return otherwise;
    }

    /// A text, empty where it is not told.
    String text(String name) {
        return one(name, "", Optional::of, "is one text of at most 200 characters");
    }

    /// How many elements a page has.
    int limit() {
        return one(
                "limit",
                DEFAULT_LIMIT,
                text ->
                        text.matches("[0-9]{1,3}")
                                ? Optional.of(Integer.parseInt(text))
                                        .filter(limit -> limit >= 1 && limit <= MOST)
                                : Optional.empty(),
                "is a number from 1 to 500");
    }

    /// The place after which a page begins, 0 for the first page.
    long place(Cursor cursor) {
        return one("cursor", 0L, cursor::place, "is of no page of this query");
    }

    /// @throws ProblemException if something was wrong
    void check() {
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Kind.INVALID.at("A parameter of the query breaks its constraint.", wrong));
        }
    }
}
