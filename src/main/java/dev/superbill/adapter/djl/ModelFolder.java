package dev.superbill.adapter.djl;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A folder with a model, of which no file is used before its checksum was found right. Weights are
/// left out of that where the platform has checked what it runs: they are by far the most of it.
///
/// @param path the folder
/// @param manifest what it says of itself
/// @param trust what is taken as it lies
record ModelFolder(Path path, Manifest manifest, Trust trust) {
    static ModelFolder open(Path path, Trust trust) throws IOException {
        return new ModelFolder(path, Manifest.read(path), trust);
    }

    /// The files of one model.
    ///
    /// @return the first of them, which is the one to load
    /// @throws IOException if one is missing or damaged
    Path weights(List<String> files) throws IOException {
        for (var file : files) {
            switch (trust) {
                case NOTHING -> require(file, sha256(path.resolve(file)));
                case WEIGHTS -> present(file);
            }
        }
        return path.resolve(files.getFirst());
    }

    private void present(String file) throws IOException {
        checksum(file);
        if (!Files.isRegularFile(path.resolve(file))) {
            throw new FileNotFoundException("there is no " + path.resolve(file));
        }
    }

    /// A small file of the folder, in UTF-8.
    ///
    /// @throws IOException if it is missing, or not the one that the manifest means
    String text(String file) throws IOException {
        var bytes = Files.readAllBytes(path.resolve(file));
        require(file, HexFormat.of().formatHex(sha256().digest(bytes)));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void require(String file, String found) throws IOException {
        if (!found.equals(checksum(file))) {
            throw new IOException(file + " is damaged: its checksum is not the manifest's");
        }
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
    String identity(List<String> files) throws IOException {
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
