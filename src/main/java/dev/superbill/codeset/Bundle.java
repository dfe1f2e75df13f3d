package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Official files of one or several editions, compiled by [BundleBuilder] into one block of memory,
/// which may map a file: opening it reads the header and the list of editions only.
public final class Bundle {
    static final String KEYS = "bundle.keys";
    static final String EDITIONS = "bundle.editions";
    static final String TEXTS = "bundle.text";

    private final FlatFile file;
    private final LongBuffer keys;
    private final Texts texts;
    private final Map<SourceKind, List<Edition>> editions;

    /// One edition's place in the bundle.
    ///
    /// @param name the beginning of the names of its arrays
    /// @param firstDay its first service date, as a day of the epoch
    /// @param lastDay its last service date
    record Edition(String name, CodeSetRelease release, long firstDay, long lastDay) {}

    private Bundle(FlatFile file) {
        this.file = file;
        keys = file.longView(KEYS);
        texts = Texts.open(file, TEXTS);
        editions = editions(file);
    }

    /// Opens a bundle. What its header does not tell is trusted: it was verified when it was
    /// installed.
    ///
    /// @throws IllegalArgumentException if the block is no bundle, is cut short, or has a damaged
    ///   header
    public static Bundle open(ByteBuffer bytes) {
        return open(FlatFile.open(bytes));
    }

    /// Opens the bundle that a flat file holds beside other arrays.
    ///
    /// @throws IllegalArgumentException if the file holds none
    public static Bundle open(FlatFile file) {
        return new Bundle(file);
    }

    /// The name of the search index of an edition.
    static String indexOf(String edition) {
        return edition + ".search";
    }

    /// What finds the codes of an edition by words, if it has them.
    Optional<SearchIndex> index(Edition edition) {
        return SearchIndex.open(file, indexOf(edition.name), keys);
    }

    /// The beginning of the names of an edition's arrays.
    static String prefix(int number) {
        return "edition." + number;
    }

    private static Map<SourceKind, List<Edition>> editions(FlatFile file) {
        var checksum = file.checksum();
        var editions = new EnumMap<SourceKind, List<Edition>>(SourceKind.class);
        int number = 0;
        for (var line : file.text(EDITIONS).split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            var release = EditionText.release(line, checksum);
            editions.computeIfAbsent(EditionText.kind(line), _ -> new ArrayList<>())
                    .add(
                            new Edition(
                                    prefix(number++),
                                    release,
                                    release.effectiveFrom().toEpochDay(),
                                    release.effectiveTo().toEpochDay()));
        }
        return editions;
    }

    /// Every edition, kind by kind, earliest first.
    public List<CodeSetRelease> releases() {
        return editions.values().stream()
                .flatMap(Collection::stream)
                .map(Edition::release)
                .toList();
    }

    /// The SHA-256 of its content.
    public String checksum() {
        return file.checksum();
    }

    /// The editions of a kind, earliest first.
    List<Edition> editions(SourceKind kind) {
        return editions.getOrDefault(kind, List.of());
    }

    FlatFile file() {
        return file;
    }

    /// How many codes the bundle knows, of whatever edition.
    int size() {
        return keys.limit();
    }

    /// The place of a code, or [CodeTable#NO_ROW].
    int row(Code code) {
        return Keys.find(keys, Keys.of(code));
    }

    /// The code at a place.
    Code code(int row) {
        return Keys.code(keys.get(row));
    }

    /// The key of the code at a place.
    long key(int row) {
        return keys.get(row);
    }

    /// The place of the first code whose key is not below the given one.
    int lowerBound(long key) {
        return Keys.lowerBound(keys, key);
    }

    /// The text of a number.
    String text(int number) {
        return texts.get(number);
    }

    /// The edition that covers a date; of several the one that began last.
    Optional<Edition> on(SourceKind kind, LocalDate serviceDate) {
        long day = serviceDate.toEpochDay();
        return editions(kind).stream()
                .filter(edition -> edition.firstDay <= day && day <= edition.lastDay)
                .max(Comparator.comparingLong(Edition::firstDay));
    }
}
