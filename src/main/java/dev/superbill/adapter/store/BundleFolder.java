package dev.superbill.adapter.store;

import dev.superbill.codeset.Bundle;
import dev.superbill.codeset.CodeSets;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// The bundles of a folder, mapped into memory. Those that come, go or change are taken up by
/// [#refresh()]; what a note is being coded with stays open until nobody uses it.
///
/// A bundle is replaced by renaming a whole file onto it, as the build does; a file that is written
/// in place, or cut, while it is mapped is not safe.
public final class BundleFolder implements RefreshedSource {
    /// How the names of bundles end.
    public static final String ENDING = ".bundle";

    private static final Logger LOG = Logger.getLogger(BundleFolder.class);

    private final Path folder;
    private final CodeSets own;
    private final AtomicReference<Loaded> loaded;

    /// What tells one state of a file from another.
    private record State(Path file, long size, FileTime changed) {}

    private record Loaded(List<State> files, CodeSets codeSets) {}

    /// Opens every bundle of the folder.
    ///
    /// @param folder the folder
    /// @param own what ships with the program
    /// @throws CodingException with `STORE_UNAVAILABLE` if the folder cannot be read, or a file in
    ///   it that is called a bundle is none
    public BundleFolder(Path folder, CodeSets own) {
        this.folder = folder;
        this.own = own;
        loaded = new AtomicReference<>(open(list()));
    }

    @Override
    public CodeSets current() {
        return loaded.get().codeSets;
    }

    @Override
    public void refresh() {
        try {
            var files = list();
            if (!files.equals(loaded.get().files)) {
                loaded.set(open(files));
                LOG.infof("%d bundles of code sets are loaded", files.size());
            }
        } catch (CodingException e) {
            LOG.errorf("the code sets loaded before keep serving: %s", e.getMessage());
        }
    }

    private List<State> list() {
        try (var files = Files.list(folder)) {
            var states = new ArrayList<State>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList()) {
                states.add(new State(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
            return states;
        } catch (IOException | UncheckedIOException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "the folder of code sets cannot be read", e);
        }
    }

    private Loaded open(List<State> files) {
        var bundles = files.stream().map(State::file).map(BundleFolder::map).toList();
        return new Loaded(files, own.with(own.official().with(bundles)));
    }

    private static Bundle map(Path file) {
        try (var channel = FileChannel.open(file)) {
            return Bundle.open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException | IllegalArgumentException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE,
                    "the bundle " + file.getFileName() + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }
}
