package dev.superbill.adapter.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A block of a code-table file: a header and its attributes, each with the line it stands on.
final class CodeBlock {
    private final Path file;
    private final int line;
    private final String kind;
    private final String name;
    private final String description;
    private final Map<String, List<Attribute>> attributes = new TreeMap<>();

    /// An attribute's value and where it stands.
    record Attribute(String value, Path file, int line) {
        IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(file + ":" + line + ": " + why);
        }
    }

    CodeBlock(Path file, int line, String kind, String name, String description) {
        this.file = file;
        this.line = line;
        this.kind = kind;
        this.name = name;
        this.description = description;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    void add(String key, String value, int at) {
        attributes.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Attribute(value, file, at));
    }

    /// The values of a key, in order of the file.
    List<Attribute> all(String key) {
        return attributes.getOrDefault(key, List.of());
    }

    /// The last value of a key, or the given one.
    String value(String key, String otherwise) {
        var values = all(key);
        return values.isEmpty() ? otherwise : values.getLast().value();
    }

    /// The error that something about the block is wrong.
    IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(file + ":" + line + ": " + why);
    }

    /// The error that something about the last value of a key is wrong.
    IllegalArgumentException wrong(String key, String why) {
        var values = all(key);
        return values.isEmpty() ? wrong(why) : values.getLast().wrong(why);
    }
}
