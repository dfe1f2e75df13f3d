package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.CodeBundles.Flaw;
import dev.superbill.adapter.wire.CodeBundles.Loaded;
import dev.superbill.adapter.wire.CodeBundles.Summary;
import java.util.List;
import java.util.Locale;

/// What a bundle was made of, a line a file; or why it was not made.
final class BundleSheet {
    private static final int MOST_FLAWS = 50;

    private final Screen screen;

    BundleSheet(Screen screen) {
        this.screen = screen;
    }

    void print(Summary summary) {
        screen.line(
                screen.styled(
                        "underline",
                        row("KIND", "EDITION", "SERVICE DATES", "ROWS", "KEPT", "BAD", "FILE")));
        summary.files().forEach(this::file);
        for (var skipped : summary.skipped()) {
            screen.line(
                    screen.styled(
                            "faint",
                            Plain.text("skipped " + skipped.file() + ": " + skipped.why())));
        }
        for (var flaw : summary.badRows()) {
            screen.line(screen.styled("fg(yellow)", "left out ") + text(flaw));
        }
        screen.line(
                screen.styled("bold", Plain.text(summary.bundle().toString()))
                        + String.format(
                                Locale.ROOT,
                                ": %,d bytes, SHA-256 %s",
                                summary.bytes(),
                                summary.checksum()));
    }

    private void file(Loaded file) {
        var edition = file.edition();
        screen.line(
                row(
                        edition.kind().label(),
                        edition.edition(),
                        edition.from() + ".." + edition.to(),
                        number(file.rows()),
                        number(file.kept()),
                        number(file.bad()),
                        Plain.text(file.file())));
    }

    private static String row(
            String kind,
            String edition,
            String dates,
            String rows,
            String kept,
            String bad,
            String file) {
        return String.format(
                Locale.ROOT,
                "%-17s %-20s %-22s %10s %10s %5s  %s",
                kind,
                edition,
                dates,
                rows,
                kept,
                bad,
                file);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Says what is wrong with files.
    void refuse(List<Flaw> flaws) {
        flaws.stream()
                .limit(MOST_FLAWS)
                .forEach(flaw -> screen.refuse(where(flaw), Plain.text(flaw.what())));
        if (flaws.size() > MOST_FLAWS) {
            screen.refuse("codes", "and " + (flaws.size() - MOST_FLAWS) + " more");
        }
    }

    private static String text(Flaw flaw) {
        return Plain.text(where(flaw) + ": " + flaw.what());
    }

    private static String where(Flaw flaw) {
        return flaw.line() == 0 ? flaw.file() : flaw.file() + ":" + flaw.line();
    }
}
