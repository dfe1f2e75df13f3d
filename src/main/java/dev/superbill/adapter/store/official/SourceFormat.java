package dev.superbill.adapter.store.official;

import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// A form in which a publisher issues files.
interface SourceFormat {
    /// What it is called towards the operator, such as `a table of MUE values`.
    String label();

    /// What files of this form may be files of.
    Set<SourceKind> kinds();

    /// Whether a file begins as those of this form do.
    boolean recognises(Head head);

    /// What the content says that it is a file of; nothing where only the name tells.
    default Optional<SourceKind> kindWithin(Head head) {
        return kinds().size() == 1 ? kinds().stream().findFirst() : Optional.empty();
    }

    /// The edition that the file's name and banner tell.
    ///
    /// @throws RefusedFileException if they contradict each other
    Optional<Dated> dated(Head head);

    /// What files of one folder or archive have in common that hold the same table in several
    /// forms; the lowest form of a table is read.
    default String table(Head head) {
        return head.file().stem();
    }

    /// How much another form of the same table is preferred to this one; 0 not at all.
    default int rank(Head head) {
        return switch (head.file().ending()) {
            case "csv" -> 0;
            case "xlsx" -> 2;
            default -> 1;
        };
    }

    /// Reads the rows.
    ///
    /// @throws RefusedFileException if the file as a whole cannot be trusted
    /// @throws IOException if it is damaged or cut short
    void read(Source source) throws IOException;
}
