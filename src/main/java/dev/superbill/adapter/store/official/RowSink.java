package dev.superbill.adapter.store.official;

import dev.superbill.codeset.BundleBuilder;
import dev.superbill.codeset.FlatFile;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.SourceEdition;

/// Takes the rows of official files.
interface RowSink {
    /// Names a file that an edition was read from, once its rows were added.
    void source(SourceEdition edition, String file, String sha256);

    /// Adds a row.
    ///
    /// @throws IllegalArgumentException if it contradicts another of its edition
    void add(SourceEdition edition, OfficialRow row);

    /// The bundle's arrays.
    FlatFile.Builder build();

    /// Takes them for a bundle.
    static RowSink ofBundle() {
        var bundle = new BundleBuilder();
        return new RowSink() {
            @Override
            public void source(SourceEdition edition, String file, String sha256) {
                bundle.source(edition, file, sha256);
            }

            @Override
            public void add(SourceEdition edition, OfficialRow row) {
                bundle.add(edition, row);
            }

            @Override
            public FlatFile.Builder build() {
                return bundle.build();
            }
        };
    }
}
