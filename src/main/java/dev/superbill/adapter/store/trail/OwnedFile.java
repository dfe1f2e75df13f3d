package dev.superbill.adapter.store.trail;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/// Makes files and folders that nobody but their owner may read. What is there already stays as it
/// is.
final class OwnedFile {
    private OwnedFile() {}

    /// An empty file, where there is none.
    static Path at(Path file) throws IOException {
        try {
            return Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            return file;
        }
    }

    /// The folder that a file lies in, or will, with those above it.
    static Path folderOf(Path file) throws IOException {
        var folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
        return Files.createDirectories(folder, only(folder, "rwx------"));
    }

    /// Where a file system knows of such rights.
    static FileAttribute<?>[] only(Path place, String rights) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
