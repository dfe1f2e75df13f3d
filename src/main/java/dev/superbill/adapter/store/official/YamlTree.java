package dev.superbill.adapter.store.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A YAML document with the line of everything in it. Values are texts as they are written: `0100`
/// is no number here, and no date is changed.
sealed interface YamlTree {
    /// Where it begins.
    long line();

    /// A value.
    record Scalar(long line, String value) implements YamlTree {}

    /// A list.
    record Sequence(long line, List<YamlTree> items) implements YamlTree {
        /// Copies.
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Names and what they stand for.
    record Mapping(long line, Map<String, YamlTree> entries) implements YamlTree {
        /// Copies.
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// Reads a stream that holds one document.
    ///
    /// @throws RefusedFileException if it is no YAML, or says something twice
    static YamlTree read(InputStream in) throws IOException {
        try (var parser = new YAMLFactory().createParser(in)) {
            if (parser.nextToken() == null) {
                throw new RefusedFileException("the file is empty");
            }
            var tree = tree(parser);
            if (parser.nextToken() != null) {
                throw new RefusedFileException(lineOf(parser), "a second document begins");
            }
            return tree;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new RefusedFileException(at == null ? 0 : at.getLineNr(), "it is no YAML");
        }
    }

    private static YamlTree tree(YAMLParser parser) throws IOException {
        long line = lineOf(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> sequence(parser, line);
            default -> new Scalar(line, parser.getText());
        };
    }

    private static YamlTree mapping(YAMLParser parser, long line) throws IOException {
        var entries = new LinkedHashMap<String, YamlTree>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            long at = lineOf(parser);
            parser.nextToken();
            if (entries.put(name, tree(parser)) != null) {
                throw new RefusedFileException(at, BadRowException.quoted(name) + " is said twice");
            }
        }
        return new Mapping(line, entries);
    }

    private static YamlTree sequence(YAMLParser parser, long line) throws IOException {
        var items = new ArrayList<YamlTree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(tree(parser));
        }
        return new Sequence(line, items);
    }

    private static long lineOf(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
