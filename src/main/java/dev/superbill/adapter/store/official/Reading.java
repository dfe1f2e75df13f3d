package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.SourceFile.Standing;
import dev.superbill.adapter.wire.BundleRefusedException;
import dev.superbill.adapter.wire.CodeBundles.Flaw;
import dev.superbill.adapter.wire.CodeBundles.Loaded;
import dev.superbill.adapter.wire.CodeBundles.Progress;
import dev.superbill.adapter.wire.CodeBundles.Skipped;
import dev.superbill.codeset.SourceEdition;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/// The reading of all files of one bundle: what was read of them, what was skipped and what is
/// wrong.
final class Reading {
    private final RowSink sink;
    private final Progress progress;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<SourceEdition, EditionRows> editions = new LinkedHashMap<>();
    private final List<Read> read = new ArrayList<>();

    /// A file that was read to its end.
    private record Read(Source source, EditionRows rows, String sha256) {}

    Reading(RowSink sink, Progress progress) {
        this.sink = sink;
        this.progress = progress;
    }

    /// Reads all files.
    void read(SourceWalk walk) {
        flaws.addAll(walk.flaws());
        read(recognised(walk.files()));
    }

    /// The files that are read: of the same table in several forms, the best one.
    private List<Recognised> recognised(List<SourceFile> files) {
        var found = new ArrayList<Recognised>();
        var refused = new LinkedHashMap<SourceFile, Flaw>();
        for (var file : files) {
            try {
                Recognised.of(Head.of(file)).ifPresentOrElse(found::add, () -> unrecognised(file));
            } catch (RefusedFileException e) {
                refused.put(file, new Flaw(file.label(), e.line(), String.valueOf(e.getMessage())));
            } catch (IOException e) {
                refused.put(file, damaged(file, 0, e));
            }
        }
        var best = best(joined(found));
        refused.forEach((file, flaw) -> {
            if (best.stream().anyMatch(other -> isSameTable(other.head().file(), file))) {
                skipped.add(new Skipped(file.label(), "another form of the same table is read"));
            } else {
                flaws.add(flaw);
            }
        });
        return best;
    }

    private static boolean isSameTable(SourceFile one, SourceFile other) {
        return one.container().equals(other.container())
                && one.stem().equals(other.stem())
                && other.standing() == Standing.FOUND;
    }

    private void unrecognised(SourceFile file) {
        if (file.standing() == Standing.NAMED) {
            flaws.add(new Flaw(file.label(), 0, "it is none of the files that can be read"));
        } else {
            skipped.add(new Skipped(file.label(), "none of the files that are read"));
        }
    }

    /// The parts of one licence go together, though only some of them name their edition.
    private static List<Recognised> joined(List<Recognised> found) {
        return found.stream()
                .map(one ->
                        found.stream()
                                .filter(other -> other.names(one))
                                .findFirst()
                                .map(other -> one.in(other.edition()))
                                .orElse(one))
                .toList();
    }

    private List<Recognised> best(List<Recognised> found) {
        var best = new ArrayList<Recognised>();
        for (var one : found) {
            var better = found.stream().filter(other -> isBetter(other, one, found)).findFirst();
            if (better.isPresent()) {
                skipped.add(
                        new Skipped(
                                one.head().file().label(),
                                "the same table as " + better.get().head().name()));
            } else {
                best.add(one);
            }
        }
        // Addenda come after what they change.
        best.sort(
                Comparator.comparing(
                        (Recognised one) -> one.format() instanceof Icd10AddendaFormat));
        return best;
    }

    private static boolean isBetter(Recognised one, Recognised than, List<Recognised> found) {
        var file = than.head().file();
        if (one.equals(than)
                || file.standing() == Standing.NAMED
                || !one.edition().equals(than.edition())
                || !one.head().file().container().equals(file.container())
                || !one.format().table(one.head()).equals(than.format().table(than.head()))) {
            return false;
        }
        int rank = one.format().rank(one.head()) - than.format().rank(than.head());
        return rank < 0 || (rank == 0 && found.indexOf(one) < found.indexOf(than));
    }

    private void read(List<Recognised> files) {
        files.forEach(this::read);
        for (var rows : editions.values()) {
            try {
                rows.complete();
            } catch (RefusedFileException | IllegalArgumentException e) {
                flaws.add(
                        new Flaw(
                                rows.edition().kind().label() + " " + rows.edition().edition(),
                                0,
                                String.valueOf(e.getMessage())));
            }
        }
        read.forEach(one ->
                sink.source(
                        one.rows().edition(), one.source().head().file().label(), one.sha256()));
    }

    private void read(Recognised recognised) {
        var file = recognised.head().file();
        var rows =
                editions.computeIfAbsent(
                        recognised.edition(), edition -> new EditionRows(edition, sink));
        progress.read(file.label(), 0, file.size());
        try (var raw =
                        new SourceStream(
                                file.opener().open(),
                                done -> progress.read(file.label(), done, file.size()));
                var content = Head.opened(file, raw)) {
            var source = new Source(recognised.head(), rows, content);
            try {
                recognised.format().read(source);
                if (source.read() == 0) {
                    throw new RefusedFileException("it has no rows");
                }
                content.transferTo(OutputStream.nullOutputStream());
                read.add(new Read(source, rows, raw.finish()));
            } catch (RefusedFileException e) {
                flaws.addAll(source.bad());
                flaws.add(new Flaw(file.label(), e.line(), String.valueOf(e.getMessage())));
            } catch (IOException e) {
                flaws.addAll(source.bad());
                flaws.add(damaged(file, source.line(), e));
            }
        } catch (IOException e) {
            flaws.add(damaged(file, 0, e));
        }
    }

    private static Flaw damaged(SourceFile file, long line, IOException e) {
        var what =
                switch (e) {
                    case EOFException _ -> "the file is cut short";
                    case ZipException _ -> "the file is damaged";
                    default -> "the file cannot be read";
                };
        return new Flaw(file.label(), line, what + (line > 0 ? " after this line" : ""));
    }

    /// @param allowedBadRows how many rows that cannot be read do no harm
    /// @throws BundleRefusedException if more is wrong with the files
    void requireTrust(int allowedBadRows) {
        var bad = badRows();
        var all = new ArrayList<>(flaws);
        if (bad.size() > allowedBadRows) {
            all.addAll(bad);
        }
        if (all.isEmpty() && read.isEmpty()) {
            all.add(new Flaw("sources", 0, "there is nothing to read in them"));
        }
        if (!all.isEmpty()) {
            throw new BundleRefusedException(all);
        }
    }

    /// The files that were not read.
    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /// The rows that could not be read, in files that could.
    List<Flaw> badRows() {
        return read.stream().flatMap(one -> one.source().bad().stream()).toList();
    }

    /// The files that were read.
    List<Loaded> loaded() {
        return read.stream()
                .map(one ->
                        new Loaded(
                                one.source().head().file().label(),
                                one.rows().edition(),
                                one.sha256(),
                                one.source().read(),
                                one.source().kept(),
                                one.source().bad().size()))
                .toList();
    }

    /// The first date of the newest edition that has one.
    String newest() {
        return read.stream()
                .map(one -> one.rows().edition().from())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
    }
}
