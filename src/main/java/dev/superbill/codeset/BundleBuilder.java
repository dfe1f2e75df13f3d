package dev.superbill.codeset;

/// Collects the rows of official files, edition by edition, and writes them as one bundle.
public final class BundleBuilder {
    /// Names a file that an edition was read from. Several files may be parts of one edition.
    ///
    /// @param file the file's name, without its folder
    /// @param sha256 the file's checksum, in hexadecimal
    public void source(SourceEdition edition, String file, String sha256) {}

    /// Adds a row to an edition.
    ///
    /// @throws IllegalArgumentException if the row contradicts another of its edition
    public void add(SourceEdition edition, OfficialRow row) {}

    /// How many rows an edition keeps; rows that only repeat another are not kept twice.
    public int rows(SourceEdition edition) {
        return 0;
    }

    /// The bundle's arrays.
    public FlatFile.Builder build() {
        return new FlatFile.Builder();
    }
}
