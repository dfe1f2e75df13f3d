package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.SourceFile.Standing;
import dev.superbill.adapter.wire.CodeBundles.Flaw;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Finds the files that arguments name, in folders and archives too. Archives stay open until it is
/// closed.
final class SourceWalk implements Closeable {
    private static final int DEEPEST = 4;

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<ZipFile> archives = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();

    /// The files found, in order.
    List<SourceFile> files() {
        return Collections.unmodifiableList(files);
    }

    /// What could not be opened.
    List<Flaw> flaws() {
        return Collections.unmodifiableList(flaws);
    }

    /// Follows an argument.
    void add(String argument) {
        try {
            var parsed = SourceArgument.parse(argument);
            var path = parsed.path();
            if (Files.isDirectory(path)) {
                addFolder(parsed);
            } else if (Files.isRegularFile(path)) {
                addFile(parsed, path, path.getFileName().toString(), Standing.NAMED);
            } else {
                throw new RefusedFileException("there is no such file or folder");
            }
        } catch (RefusedFileException e) {
            flaws.add(new Flaw(argument, 0, String.valueOf(e.getMessage())));
        } catch (IOException _) {
            flaws.add(new Flaw(argument, 0, "the folder cannot be read"));
        }
    }

    private void addFolder(SourceArgument argument) throws IOException {
        List<Path> found;
        try (var paths = Files.walk(argument.path())) {
            found = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (var path : found) {
            var label = argument.path().relativize(path).toString();
            if (!isHidden(label)) {
                addFile(argument, path, label, Standing.FOUND);
            }
        }
    }

    private static boolean isHidden(String label) {
        return label.startsWith(".")
                || label.contains("/.")
                || label.contains("\\.")
                || label.startsWith("__MACOSX");
    }

    private void addFile(SourceArgument argument, Path path, String label, Standing standing) {
        try {
            if (isArchive(label)) {
                addArchive(argument, path, label, 1);
                return;
            }
            var parent = path.toAbsolutePath().getParent();
            files.add(
                    new SourceFile(
                            parent == null ? "" : parent.toString(),
                            nameOf(label),
                            label,
                            Files.size(path),
                            argument,
                            standing,
                            () -> Files.newInputStream(path)));
        } catch (ZipException e) {
            flaws.add(new Flaw(label, 0, "the archive is damaged or cut short"));
        } catch (IOException e) {
            flaws.add(new Flaw(label, 0, "the file cannot be read"));
        }
    }

    private static boolean isArchive(String label) {
        return label.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// The last part of a path, without `.gz`.
    private static String nameOf(String label) {
        int slash = Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\'));
        var name = label.substring(slash + 1);
        return isPacked(name) ? name.substring(0, name.length() - 3) : name;
    }

    private static boolean isPacked(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private void addArchive(SourceArgument argument, Path path, String label, int depth)
            throws IOException {
        var archive = new ZipFile(path.toFile());
        archives.add(archive);
        var members = new ArrayList<ZipEntry>(archive.stream().toList());
        members.sort((one, other) -> one.getName().compareTo(other.getName()));
        for (var member : members) {
            if (!member.isDirectory() && !isHidden(member.getName())) {
                addMember(argument, archive, member, label, depth);
            }
        }
    }

    private void addMember(
            SourceArgument argument, ZipFile archive, ZipEntry member, String container, int depth)
            throws IOException {
        var label = container + "!" + member.getName();
        if (!isArchive(member.getName())) {
            files.add(
                    new SourceFile(
                            argument.path().toAbsolutePath() + "!" + container,
                            nameOf(member.getName()),
                            label,
                            member.getSize(),
                            argument,
                            Standing.FOUND,
                            () -> new Member(archive.getInputStream(member), member)));
            return;
        }
        if (depth == DEEPEST) {
            flaws.add(new Flaw(label, 0, "archives lie in archives too deep"));
            return;
        }
        var copy = Files.createTempFile("superbill-", ".zip");
        unpacked.add(copy);
        try (var in = new Member(archive.getInputStream(member), member);
                var out = Files.newOutputStream(copy)) {
            in.transferTo(out);
        }
        try {
            addArchive(argument, copy, label, depth + 1);
        } catch (ZipException e) {
            flaws.add(new Flaw(label, 0, "the archive is damaged or cut short"));
        }
    }

    @Override
    public void close() throws IOException {
        for (var archive : archives) {
            archive.close();
        }
        for (var file : unpacked) {
            Files.deleteIfExists(file);
        }
    }

    /// A member of an archive, compared with the archive's own checksum at its end.
    private static final class Member extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final long expected;

        Member(InputStream in, ZipEntry member) {
            super(in);
            expected = member.getCrc();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
            } else if (count < 0 && crc.getValue() != expected) {
                throw new ZipException("the content differs from the archive's checksum");
            }
            return count;
        }

        @Override
        public long skip(long length) throws IOException {
            return readNBytes(Math.toIntExact(Math.min(length, 1 << 16))).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
