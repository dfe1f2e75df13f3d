package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one family. `code 11401 trunk over 0.5 to 1` is chosen at a site above one
/// value up to another; `more 22552 after 22551 over 1 each 1 most 9` is added for what goes
/// beyond; `each 22853` is counted.
final class CodeFamilyText {
    private static final Pattern BLANKS = Pattern.compile(" +");

    private CodeFamilyText() {}

    /// The family that lines describe.
    ///
    /// @throws IllegalArgumentException if a line cannot be read
    static CodeFamily read(List<String> lines) {
        return new Block(lines).family();
    }

    /// The lines read so far.
    private static final class Block {
        private final String name;
        private String asks = "";
        private String source = "";
        private LocalDate from = CodeEntry.ALWAYS_FROM;
        private LocalDate to = CodeEntry.ALWAYS_TO;
        private @Nullable Attribute reads;
        private final List<String> of = new ArrayList<>();
        private final List<String> skips = new ArrayList<>();
        private final List<CodeFamily.Site> sites = new ArrayList<>();
        private final List<CodeFamily.Member> members = new ArrayList<>();
        private final List<CodeFamily.Step> steps = new ArrayList<>();
        private final List<Code> each = new ArrayList<>();

        Block(List<String> lines) {
            this.name = lines.getFirst();
            for (var line : lines.subList(1, lines.size())) {
                var words = BLANKS.split(line.strip(), 2);
                if (words.length != 2) {
                    throw new IllegalArgumentException("a line here has a key and a value");
                }
                read(words[0], words[1].strip());
            }
        }

        CodeFamily family() {
            if (reads == null) {
                throw new IllegalArgumentException("the family reads no attribute");
            }
            return new CodeFamily(
                    name, asks, source, from, to, reads, of, skips, sites, members, steps, each);
        }

        private void read(String key, String value) {
            switch (key) {
                case "asks" -> asks = value;
                case "source" -> source = value;
                case "from" -> from = LocalDate.parse(value);
                case "to" -> to = LocalDate.parse(value);
                case "reads" -> reads = Attribute.valueOf(value.toUpperCase(Locale.ROOT));
                case "of" -> of.addAll(CodeFamily.parts(value));
                case "skips" -> skips.addAll(CodeFamily.parts(value));
                case "site" -> sites.add(site(value));
                case "code" -> members.add(member(value));
                case "more" -> steps.add(step(value));
                case "each" -> each.addAll(codes(value));
                default ->
                        throw new IllegalArgumentException("'" + key + "' is no key of a family");
            }
        }

        private CodeFamily.Member member(String value) {
            var words = Arrays.asList(BLANKS.split(value)).iterator();
            var code = code(words.next());
            var site = CodeFamily.ANY_SITE;
            double over = -1;
            double most = Double.MAX_VALUE;
            while (words.hasNext()) {
                var word = words.next();
                switch (word) {
                    case "over" -> over = number(words);
                    case "to" -> most = number(words);
                    default -> site = word;
                }
            }
            var named = site;
            if (!site.isEmpty() && sites.stream().noneMatch(known -> known.name().equals(named))) {
                throw new IllegalArgumentException("'" + site + "' is no site of the family");
            }
            return new CodeFamily.Member(code, site, over, most);
        }
    }

    private static CodeFamily.Site site(String value) {
        var sides = value.split("=", 2);
        if (sides.length != 2) {
            throw new IllegalArgumentException("a site is written name = words");
        }
        return new CodeFamily.Site(sides[0].strip(), CodeFamily.parts(sides[1]));
    }

    private static CodeFamily.Step step(String value) {
        var words = Arrays.asList(BLANKS.split(value)).iterator();
        var code = code(words.next());
        var after = new ArrayList<Code>();
        double over = 0;
        double width = 0;
        int most = 99;
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "after" -> {}
                case "over" -> over = number(words);
                case "each" -> width = number(words);
                case "most" -> most = (int) number(words);
                default -> after.add(code(word));
            }
        }
        return new CodeFamily.Step(code, after, over, width, most);
    }

    private static double number(Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Double.parseDouble(words.next());
    }

    private static List<Code> codes(String value) {
        return Arrays.stream(BLANKS.split(value)).map(CodeFamilyText::code).toList();
    }

    private static Code code(String value) {
        return CodeRange.of(value).from();
    }
}
