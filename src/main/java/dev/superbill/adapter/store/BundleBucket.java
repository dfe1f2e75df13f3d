package dev.superbill.adapter.store;

import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.FlatFile;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The bundles below a prefix of an S3 bucket. Each is copied whole, verified and only then mapped;
/// a copy that is there already is not fetched again.
public final class BundleBucket implements RefreshedSource {
    private static final Logger LOG = Logger.getLogger(BundleBucket.class);
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
    private static final Pattern NOT_HEXADECIMAL = Pattern.compile("[^0-9a-f]");
    private static final String SCHEME = "s3://";

    private final S3Client client;
    private final Place place;
    private final Path copies;
    private final BundleFolder folder;

    /// Where bundles are kept.
    ///
    /// @param bucket the bucket's name
    /// @param prefix what their keys begin with; may be empty
    public record Place(String bucket, String prefix) {
        /// Whether a setting names a bucket rather than a folder.
        public static boolean named(String location) {
            return location.startsWith(SCHEME);
        }

        /// The place that `s3://bucket/prefix` names.
        ///
        /// @throws IllegalArgumentException if it names no bucket
        public static Place of(String location) {
            var parts = location.substring(SCHEME.length()).split("/", 2);
            if (parts[0].isBlank()) {
                throw new IllegalArgumentException("an S3 place is written s3://bucket/prefix");
            }
            return new Place(parts[0], parts.length == 2 ? parts[1] : "");
        }
    }

    /// Copies and opens every bundle of the place.
    ///
    /// @param client speaks to S3
    /// @param place where the bundles are
    /// @param copies the folder of the copies, which nothing else writes to
    /// @param own what ships with the program
    /// @throws CodingException with `STORE_UNAVAILABLE` if the bucket cannot be read or a bundle in
    ///   it is damaged
    public BundleBucket(S3Client client, Place place, Path copies, CodeSets own) {
        this.client = client;
        this.place = place;
        this.copies = copies;
        copy();
        this.folder = new BundleFolder(copies, own);
    }

    @Override
    public CodeSets current() {
        return folder.current();
    }

    @Override
    public void refresh() {
        try {
            copy();
            folder.refresh();
        } catch (CodingException e) {
            LOG.errorf("the code sets loaded before keep serving: %s", e.getMessage());
        }
    }

    private void copy() {
        try {
            Files.createDirectories(copies);
            var wanted = new HashSet<Path>();
            var pages =
                    client.listObjectsV2Paginator(
                            list -> list.bucket(place.bucket).prefix(place.prefix));
            for (var object : pages.contents()) {
                if (object.key().endsWith(BundleFolder.ENDING)) {
                    var copy = copies.resolve(name(object));
                    if (!Files.exists(copy)) {
                        fetch(object, copy);
                    }
                    wanted.add(copy);
                }
            }
            removeAllBut(wanted);
        } catch (SdkException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "the bucket of code sets cannot be read", e);
        } catch (IOException e) {
            throw new CodingException(Fault.STORE_UNAVAILABLE, "the code sets cannot be copied", e);
        }
    }

    /// The name of a copy tells one content from another.
    private static String name(S3Object object) {
        var name = object.key().substring(object.key().lastIndexOf('/') + 1);
        if (!SAFE_NAME.matcher(name).matches()) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE, "a bundle of the bucket has a name of odd characters");
        }
        var tag = NOT_HEXADECIMAL.matcher(object.eTag()).replaceAll("");
        return name.substring(0, name.length() - BundleFolder.ENDING.length())
                + "-"
                + tag
                + BundleFolder.ENDING;
    }

    private void fetch(S3Object object, Path copy) throws IOException {
        var part = Files.createTempFile(copies, "copy", ".part");
        try {
            try (var content =
                    client.getObject(get -> get.bucket(place.bucket).key(object.key()))) {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            }
            verify(part, copy);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void verify(Path part, Path copy) throws IOException {
        try (var channel = FileChannel.open(part)) {
            FlatFile.open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).verify();
        } catch (IllegalArgumentException e) {
            throw new CodingException(
                    Fault.STORE_UNAVAILABLE,
                    "the bundle " + copy.getFileName() + " is damaged: " + e.getMessage(),
                    e);
        }
    }

    private void removeAllBut(Set<Path> wanted) throws IOException {
        try (var files = Files.list(copies)) {
            for (var file : files.toList()) {
                if (file.toString().endsWith(BundleFolder.ENDING) && !wanted.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
