package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.Icd10;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The rows of an order file with its addenda applied.
final class Icd10Draft implements Draft {
    private final Map<Code.Icd10, Icd10> rows = new TreeMap<>();
    private final Set<Code.Icd10> deleted = new TreeSet<>();
    private boolean ordered;

    /// Adds a row of an order file.
    ///
    /// @throws BadRowException if the file has the code with another meaning
    void add(Icd10 row) {
        ordered = true;
        var before = rows.putIfAbsent(row.code(), row);
        if (before != null && !before.equals(row)) {
            throw BadRowException.of(row.code().value(), "is listed twice, differently");
        }
    }

    /// Applies the addition or revision of an addendum.
    void revise(Icd10 row) {
        rows.put(row.code(), row);
    }

    /// Applies the deletion of an addendum.
    void delete(Code.Icd10 code) {
        rows.remove(code);
        deleted.add(code);
    }

    @Override
    public void complete(Consumer<OfficialRow> out) {
        if (!ordered) {
            throw new RefusedFileException(
                    "the addenda are of no use without the order file of their edition");
        }
        rows.values().forEach(out);
        deleted.stream()
                .filter(code -> !rows.containsKey(code))
                .map(OfficialRow.Icd10Deletion::new)
                .forEach(out);
    }
}
