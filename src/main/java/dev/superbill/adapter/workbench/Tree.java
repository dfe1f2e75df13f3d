package dev.superbill.adapter.workbench;

import dev.superbill.adapter.workbench.FiguresView.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the figures' trees of maps, lists, texts and numbers.
///
/// @param node a map
record Tree(Map<?, ?> node) {
    private static final int PERCENT = 100;
    private static final int CENTS = 100;

    static Tree of(Object node) {
        if (node instanceof Map<?, ?> map) {
            return new Tree(map);
        }
        throw new IllegalArgumentException("the figures hold no map here");
    }

    private Object told(String name) {
        var value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the figures hold no " + name);
        }
        return value;
    }

    Tree tree(String name) {
        return of(told(name));
    }

    List<Tree> list(String name) {
        if (told(name) instanceof List<?> members) {
            return members.stream().<Tree>map(Tree::of).toList();
        }
        throw new IllegalArgumentException(name + " is no list");
    }

    String text(String name) {
        return told(name).toString();
    }

    double number(String name) {
        return told(name) instanceof Number number ? number.doubleValue() : 0;
    }

    Cell words(String name) {
        return new Cell(text(name).replace('_', ' '), "");
    }

    Cell count(String name) {
        return new Cell(text(name), text(name));
    }

    Cell decimals(String name) {
        return new Cell(String.format(Locale.ROOT, "%.2f", number(name)), text(name));
    }

    Cell dollars(String name) {
        double dollars = number(name) / CENTS;
        return new Cell(String.format(Locale.ROOT, "%,.2f", dollars), String.valueOf(dollars));
    }

    /// A share in percent, with its counts.
    Cell share(String name) {
        var share = tree(name);
        double percent = share.number("value") * PERCENT;
        return share.number("of") == 0
                ? new Cell("\u2013", "")
                : new Cell(
                        String.format(
                                Locale.ROOT,
                                "%.1f %% (%s of %s)",
                                percent,
                                share.text("hits"),
                                share.text("of")),
                        String.format(Locale.ROOT, "%.1f", percent));
    }

    /// Between which shares the true one lies, with 95 % confidence.
    String interval(String name) {
        var share = tree(name);
        return share.number("of") == 0
                ? "nothing counted yet"
                : String.format(
                        Locale.ROOT,
                        "%s of %s; 95 %% interval %.1f to %.1f %%",
                        share.text("hits"),
                        share.text("of"),
                        share.number("low") * PERCENT,
                        share.number("high") * PERCENT);
    }

    String percent(String name) {
        var share = tree(name);
        return share.number("of") == 0
                ? "\u2013"
                : String.format(Locale.ROOT, "%.1f %%", share.number("value") * PERCENT);
    }
}
