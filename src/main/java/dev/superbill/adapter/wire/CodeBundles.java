package dev.superbill.adapter.wire;

import dev.superbill.codeset.SourceEdition;
import java.nio.file.Path;
import java.util.List;

/// The port to what makes bundles of official files, and checks them.
public interface CodeBundles {
    /// Reads official files and writes them as one bundle, whole or not at all.
    ///
    /// @throws BundleRefusedException with all that is wrong with the files
    /// @throws dev.superbill.failure.CodingException with `STORE_UNAVAILABLE` if the bundle cannot
    ///   be written
    Summary build(Request request, Progress progress);

    /// Reads a bundle whole and compares it with its checksum.
    ///
    /// @throws BundleRefusedException if it is damaged, or is no bundle
    Verified verify(Path bundle);

    /// What to make a bundle of.
    ///
    /// @param sources each `[KIND=]PATH[@FROM..TO]`: a file, a folder or an archive, in order
    /// @param folder where the bundle goes
    /// @param allowedBadRows how many rows that cannot be read are left out before the files are
    ///   refused
    record Request(List<String> sources, Path folder, int allowedBadRows) {
        /// Checks and copies.
        public Request {
            if (allowedBadRows < 0) {
                throw new IllegalArgumentException("a number of rows is 0 or more");
            }
            sources = List.copyOf(sources);
        }
    }

    /// Hears how far the reading is.
    interface Progress {
        /// Some of a file was read.
        ///
        /// @param done bytes read of it
        /// @param total its length in bytes
        void read(String file, long done, long total);

        /// Hears nothing.
        static Progress none() {
            return (_, _, _) -> {};
        }
    }

    /// A bundle that was written.
    ///
    /// @param checksum the SHA-256 of its content, in hexadecimal
    /// @param badRows the rows that were left out
    record Summary(
            Path bundle,
            long bytes,
            String checksum,
            List<Loaded> files,
            List<Skipped> skipped,
            List<Flaw> badRows) {
        /// Copies.
        public Summary {
            files = List.copyOf(files);
            skipped = List.copyOf(skipped);
            badRows = List.copyOf(badRows);
        }
    }

    /// A file that was read.
    ///
    /// @param sha256 its checksum, in hexadecimal
    /// @param rows how many rows it has
    /// @param kept how many of them say something that a bundle keeps
    /// @param bad how many could not be read
    record Loaded(
            String file, SourceEdition edition, String sha256, long rows, long kept, long bad) {}

    /// A file of a folder or archive that was not read.
    record Skipped(String file, String why) {}

    /// Something that is wrong with a file.
    ///
    /// @param line where; 0 where it is wrong as a whole
    record Flaw(String file, long line, String what) {}

    /// A bundle that is whole.
    ///
    /// @param checksum the SHA-256 of its content, in hexadecimal
    record Verified(Path bundle, long bytes, String checksum) {}
}
