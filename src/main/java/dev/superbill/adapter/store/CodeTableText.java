package dev.superbill.adapter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the code-table format: one block a code, a blank line ends it, `#` starts a comment.
///
/// The format is described in decision record 0003.
final class CodeTableText {
    private static final Pattern HEADER =
            Pattern.compile("(CPT|HCPCS|ICD-10-CM|CUE|CONCEPT) (\\S+) \\| (\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(" {2,}([a-z]+) +(\\S.*)");
    private static final Set<String> KEYS =
            Set.of(
                    "designation",
                    "says",
                    "unless",
                    "needs",
                    "group",
                    "family",
                    "addon",
                    "from",
                    "to",
                    "successor",
                    "report",
                    "class",
                    "input",
                    "side",
                    "fees",
                    "note");

    private CodeTableText() {}

    /// The blocks of a file.
    ///
    /// @throws IllegalArgumentException with file and line where a line cannot be read
    /// @throws IOException if the file cannot be read
    static List<CodeBlock> read(Path file) throws IOException {
        var blocks = new ArrayList<CodeBlock>();
        CodeBlock block = null;
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                block = null;
            } else if (!line.startsWith("#")) {
                block = read(file, number, line, block, blocks);
            }
        }
        return blocks;
    }

    private static CodeBlock read(
            Path file, int number, String line, @Nullable CodeBlock block, List<CodeBlock> blocks) {
        if (!line.startsWith(" ")) {
            var header = HEADER.matcher(line);
            if (!header.matches()) {
                throw wrong(file, number, "not the header of a block");
            }
            var next =
                    new CodeBlock(
                            file,
                            number,
                            header.group(1),
                            header.group(2),
                            header.group(3).strip());
            blocks.add(next);
            return next;
        }
        var attribute = ATTRIBUTE.matcher(line);
        if (!attribute.matches() || !KEYS.contains(attribute.group(1))) {
            throw wrong(file, number, "not an attribute");
        }
        if (block == null) {
            throw wrong(file, number, "an attribute outside a block");
        }
        block.add(attribute.group(1), attribute.group(2).strip(), number);
        return block;
    }

    private static IllegalArgumentException wrong(Path file, int line, String why) {
        return new IllegalArgumentException(file + ":" + line + ": " + why);
    }
}
