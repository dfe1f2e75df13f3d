package dev.superbill.adapter.quarkus;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folders in which what ships with the program is looked for: that of the program, those above
/// it, and last the working directory, so that what happens to lie there never goes before.
///
/// @param folders the nearest first
record Installation(List<Path> folders) {
    private static final int LEVELS = 4;

    Installation {
        folders = List.copyOf(folders);
    }

    /// The installation of the running jar, classes or binary.
    static Installation ofThisProgram() {
        var folders = new ArrayList<Path>();
        program().ifPresent(program -> folders.addAll(above(program)));
        folders.add(Path.of("").toAbsolutePath());
        return new Installation(folders);
    }

    /// The folders above a file, as many as a build's or a container's layout has.
    static List<Path> above(Path program) {
        var folders = new ArrayList<Path>();
        var folder = program.toAbsolutePath().getParent();
        while (folder != null && folders.size() < LEVELS) {
            folders.add(folder);
            folder = folder.getParent();
        }
        return folders;
    }

    /// The nearest folder with one of the given relative paths.
    Optional<Path> find(String... paths) {
        for (var folder : folders) {
            for (var path : paths) {
                var found = folder.resolve(path);
                if (Files.isDirectory(found)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return ProcessHandle.current().info().command().map(Path::of);
        }
        var source = Installation.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
