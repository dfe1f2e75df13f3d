package dev.superbill.adapter.store.official;

import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;
import java.util.function.Consumer;

/// What several files say of the same codes, until all of them are read.
interface Draft {
    /// Gives the rows that the files say together.
    ///
    /// @throws RefusedFileException if a file is missing that the others need
    void complete(Consumer<OfficialRow> rows);

    /// The edition under the name that only the rows tell.
    default SourceEdition named(SourceEdition edition) {
        return edition;
    }
}
