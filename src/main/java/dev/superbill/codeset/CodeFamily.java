package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Codes between which a measure decides, with what to document so that it can.
///
/// @param name the family's name
/// @param asks what to document, in our words
/// @param source the guideline and since when it holds
/// @param from the first service date
/// @param to the last service date
/// @param reads the attribute that answers
/// @param of the words that the measure must stand by; none where any will do
/// @param skips words that take a measure beside them out of account
/// @param sites groups of sites, where the site decides too
/// @param members the codes, each for a site and a range
/// @param steps the add-on codes for what goes beyond
/// @param each codes reported once for each that is counted
public record CodeFamily(
        String name,
        String asks,
        String source,
        LocalDate from,
        LocalDate to,
        Attribute reads,
        List<String> of,
        List<String> skips,
        List<Site> sites,
        List<Member> members,
        List<Step> steps,
        List<Code> each) {
    /// No site, where it does not decide.
    public static final String ANY_SITE = "";

    /// Copies, and checks that there is a code to choose or to count.
    public CodeFamily {
        if (name.isEmpty() || asks.isEmpty() || source.isEmpty()) {
            throw new IllegalArgumentException("a family has a name, a question and a source");
        }
        if (members.isEmpty() && steps.isEmpty() && each.isEmpty()) {
            throw new IllegalArgumentException("a family without codes is none");
        }
        of = List.copyOf(of);
        skips = List.copyOf(skips);
        sites = List.copyOf(sites);
        members = List.copyOf(members);
        steps = List.copyOf(steps);
        each = List.copyOf(each);
    }

    /// A group of sites that share codes.
    ///
    /// @param name its name in the family
    /// @param words what names it in notes; `*` ends the beginning of a word
    public record Site(String name, List<String> words) {
        /// Copies.
        public Site {
            words = List.copyOf(words);
        }
    }

    /// A code to choose.
    ///
    /// @param code the code
    /// @param site the group of sites, or [#ANY_SITE]
    /// @param over above which value
    /// @param to up to which value
    public record Member(Code code, String site, double over, double to) {
        /// Checks.
        public Member {
            if (!(over < to)) {
                throw new IllegalArgumentException("a range that ends before it begins");
            }
        }

        /// Whether a value lies in the range.
        public boolean holds(double value) {
            return value > over && value <= to;
        }
    }

    /// An add-on code for what goes beyond its primary code.
    ///
    /// @param addOn the add-on code
    /// @param after the primary codes
    /// @param over what the primary code covers
    /// @param each what one unit more covers, in whole or in part
    /// @param most the most units
    public record Step(Code addOn, List<Code> after, double over, double each, int most) {
        /// Copies and checks.
        public Step {
            if (after.isEmpty() || !(each > 0) || most < 1) {
                throw new IllegalArgumentException("a step needs a primary code and a width");
            }
            after = List.copyOf(after);
        }

        /// The units that a value gives, 0 where the primary code covers it.
        public int units(double value) {
            return Math.clamp((long) Math.ceil((value - over) / each - 1e-9), 0, most);
        }
    }

    /// Whether it holds on a service date.
    public boolean covers(LocalDate serviceDate) {
        return !serviceDate.isBefore(from) && !serviceDate.isAfter(to);
    }

    /// The member that is a code.
    public Optional<Member> member(Code code) {
        return members.stream().filter(member -> member.code().equals(code)).findFirst();
    }

    /// The member for a value at a site.
    public Optional<Member> member(String site, double value) {
        return members.stream()
                .filter(member -> member.site().equals(site) && member.holds(value))
                .findFirst();
    }

    /// Every code that it names: where one of them is proposed, it asks for its measure.
    public List<Code> codes() {
        var codes = new ArrayList<>(each);
        members.forEach(member -> codes.add(member.code()));
        for (var step : steps) {
            codes.add(step.addOn());
            codes.addAll(step.after());
        }
        return codes.stream().distinct().toList();
    }

    /// The family that lines describe: the first its name, each other a key and a value.
    ///
    /// @throws IllegalArgumentException if a line cannot be read
    public static CodeFamily of(List<String> lines) {
        return CodeFamilyText.read(lines);
    }

    /// The parts of a list, separated by `;`.
    static List<String> parts(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
