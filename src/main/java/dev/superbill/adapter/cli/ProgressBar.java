package dev.superbill.adapter.cli;

import java.util.Locale;

/// How far a file is read, in one line that is written over. Only for a person at a terminal.
final class ProgressBar {
    private static final int WIDTH = 24;

    private final Screen screen;
    private String shown = "";

    ProgressBar(Screen screen) {
        this.screen = screen;
    }

    /// Shows how much of a file was read.
    void show(String file, long done, long total) {
        double part = total <= 0 ? 0 : Math.min(1.0, (double) done / total);
        int full = (int) (part * WIDTH);
        var bar =
                "━".repeat(full)
                        + "─".repeat(WIDTH - full)
                        + String.format(Locale.ROOT, " %3d%% ", (int) (part * 100));
        var line = Plain.cut(bar + Plain.text(file), screen.width() - 1);
        if (!line.equals(shown)) {
            shown = line;
            screen.overwrite(line);
        }
    }

    /// Takes the line away.
    void clear() {
        screen.overwrite("");
    }
}
