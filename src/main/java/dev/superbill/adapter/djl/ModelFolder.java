package dev.superbill.adapter.djl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A folder with a model, of which no file is used before its checksum was found right.
///
/// @param path the folder
/// @param manifest what it says of itself
record ModelFolder(Path path, Manifest manifest) {
    static ModelFolder open(Path path) throws IOException {
        return new ModelFolder(path, Manifest.read(path));
    }

    /// A file of the folder.
    ///
    /// @throws IOException if it is missing, or not the one that the manifest means
    Path checked(String file) throws IOException {
        var found = path.resolve(file);
        if (!sha256(found).equals(checksum(file))) {
            throw new IOException(file + " is damaged: its checksum is not the manifest's");
        }
        return found;
    }

    /// The checksum that a file should have.
    String checksum(String file) throws IOException {
        var checksum = manifest.checksums().get(file);
        if (checksum == null) {
            throw new IOException("the manifest names no " + file);
        }
        return checksum;
    }

    /// One checksum for several files together.
    String identity(String... files) throws IOException {
        var digest = sha256();
        for (var file : files) {
            digest.update(HexFormat.of().parseHex(checksum(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
