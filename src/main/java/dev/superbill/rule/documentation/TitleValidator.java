package dev.superbill.rule.documentation;

import dev.superbill.mention.Evidence;
import dev.superbill.mention.NoteMentions;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.Severity;
import dev.superbill.section.Section;
import dev.superbill.section.SectionKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The body of an operative report, not its title, is what was done: a service that only the title
/// names, and of whose words and description's words the body has none, is for a person to look at.
///
/// Words are told apart by their first letters, so that "repair" meets "repaired". A report without
/// a body of some length is not judged.
///
/// Source: the coding profession's rule that the body of the operative report governs where title
/// and body disagree; a policy of this product in force since 2026-01-01.
public final class TitleValidator implements Rule {
    /// The rule's permanent id.
    public static final String ID = "title-without-body";

    private static final String SOURCE = "Superbill coding policy: the body of the report governs";
    private static final int SHORTEST_BODY = 400;
    private static final int STEM = 5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        var mentions = claim.mentions();
        var titled =
                claim.lines().stream()
                        .filter(line -> !line.evidence().isEmpty())
                        .filter(line ->
                                line.evidence().stream()
                                        .allMatch(quoted -> inTitle(quoted, mentions)))
                        .toList();
        if (titled.isEmpty()) {
            return List.of();
        }
        var body = body(mentions);
        if (body.length() < SHORTEST_BODY) {
            return List.of();
        }
        var told = stems(body);
        return titled.stream()
                .filter(line -> stems(words(line)).stream().noneMatch(told::contains))
                .map(TitleValidator::finding)
                .toList();
    }

    private static String body(NoteMentions mentions) {
        return mentions.sections().stream()
                .filter(section -> section.kind() == SectionKind.DESCRIPTION)
                .map(section -> text(section, mentions))
                .collect(Collectors.joining(" "));
    }

    private static String text(Section section, NoteMentions mentions) {
        return mentions.note().text().substring(section.bodyStart(), section.span().end());
    }

    private static boolean inTitle(Evidence quoted, NoteMentions mentions) {
        return mentions.sections().stream()
                .anyMatch(section ->
                        section.kind() == SectionKind.PROCEDURE
                                && section.span().contains(quoted.span()));
    }

    private static String words(ClaimLine line) {
        return line.evidence().stream()
                .map(Evidence::quote)
                .collect(Collectors.joining(" ", line.entry().description() + " ", ""));
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= STEM) {
                stems.add(word.substring(0, STEM));
            }
        }
        return stems;
    }

    private static Finding finding(ClaimLine line) {
        return Finding.on(
                line,
                ID,
                Severity.WARN,
                "the title names the service, the body of the report does not describe it",
                SOURCE,
                "describe in the body how the service was done, or leave it off the claim");
    }
}
