package dev.superbill.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.EntryBuilder;
import dev.superbill.mention.CodeBook;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.ClaimType;
import dev.superbill.note.EncounterBuilder;
import dev.superbill.rule.ncci.AddOnEdit;
import dev.superbill.rule.ncci.DiagnosticEndoscopyEdit;
import dev.superbill.rule.ncci.MoreExtensiveEdit;
import dev.superbill.rule.ncci.MueEdit;
import dev.superbill.rule.ncci.PtpEdit;
import dev.superbill.rule.ncci.SeparateProcedureEdit;
import dev.superbill.rule.ncci.SequentialProcedureEdit;
import dev.superbill.rule.payment.AssistantEdit;
import dev.superbill.rule.payment.BilateralEdit;
import dev.superbill.rule.payment.CoSurgeonEdit;
import dev.superbill.rule.payment.ComponentEdit;
import dev.superbill.rule.payment.GlobalPeriodEdit;
import dev.superbill.rule.payment.MultipleProcedureEdit;
import dev.superbill.rule.payment.StatusEdit;
import dev.superbill.rule.payment.TeamSurgeryEdit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Claims worked by hand, over the table that the artifact carries.
class GoldenClaimsTest {
    private static final CodeSets SETS = EmbeddedKnowledge.load().codeSets();
    private static final NoteMentions NOTHING = new CodeBook().compile().read("a note");
    private static final Rules RULES =
            new Rules(
                    List.of(
                            new PtpEdit(SETS),
                            new MueEdit(SETS),
                            new AddOnEdit(SETS),
                            new DiagnosticEndoscopyEdit(SETS),
                            new SequentialProcedureEdit(SETS),
                            new MoreExtensiveEdit(SETS),
                            new SeparateProcedureEdit(SETS),
                            new GlobalPeriodEdit(SETS),
                            new ComponentEdit(),
                            new BilateralEdit(),
                            new MultipleProcedureEdit(SETS),
                            new AssistantEdit(),
                            new CoSurgeonEdit(),
                            new TeamSurgeryEdit(),
                            new StatusEdit()));

    /// A claim as the file has it.
    record Golden(String name, String on, List<String> lines, List<String> findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Golden> claims() throws IOException {
        var claims = new ArrayList<Golden>();
        try (var in = GoldenClaimsTest.class.getResourceAsStream("/claims/golden-claims.txt")) {
            assertThat(in).isNotNull();
            var blocks = new String(in.readAllBytes(), UTF_8).split("\n(?=claim )", -1);
            for (var block : Arrays.asList(blocks).subList(1, blocks.length)) {
                claims.add(
                        new Golden(
                                block.lines()
                                        .findFirst()
                                        .orElseThrow()
                                        .substring("claim ".length()),
                                values(block, "on").getFirst(),
                                values(block, "line"),
                                values(block, "find")));
            }
        }
        return claims.stream();
    }

    private static List<String> values(String block, String key) {
        return block.lines()
                .filter(line -> line.startsWith("  " + key + " "))
                .map(line -> line.substring(key.length() + 2).strip())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void everyFindingIsTheOneThatTheManualsGive(Golden golden) {
        var found =
                RULES.check(claim(golden)).stream()
                        .map(finding ->
                                (finding.severity().label()
                                                + " "
                                                + finding.ruleId()
                                                + " "
                                                + finding.subject())
                                        .strip())
                        .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(golden.findings());
    }

    @ParameterizedTest
    @MethodSource("claims")
    void everyFindingNamesItsSourceAndWhereItIs(Golden golden) {
        assertThat(RULES.check(claim(golden)))
                .allSatisfy(finding -> {
                    assertThat(finding.message()).isNotBlank();
                    assertThat(finding.source()).containsAnyOf("effective 2026", "in force 2026");
                    assertThat(finding.line() == 0).isEqualTo(finding.general());
                });
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(claims().count()).isGreaterThanOrEqualTo(25);
        assertThat(claims().map(Golden::name)).doesNotHaveDuplicates();
    }

    private static Claim claim(Golden golden) {
        var words = golden.on().split(" ", -1);
        var encounter = EncounterBuilder.on(words[0]).payer(words[2]);
        for (int i = 3; i < words.length; i++) {
            tell(encounter, words[i]);
        }
        var serviceDate = LocalDate.parse(words[0]);
        var lines = new ArrayList<ClaimLine>();
        for (var line : golden.lines()) {
            lines.add(line(lines.size() + 1, line, serviceDate));
        }
        return new Claim(
                words[1].equals("draft") ? Claim.State.DRAFT : Claim.State.CHOSEN,
                lines,
                List.of(),
                encounter.build(),
                NOTHING);
    }

    private static void tell(EncounterBuilder encounter, String word) {
        var parts = word.split("=", 2);
        switch (parts[0]) {
            case "place" -> encounter.place(parts[1]);
            case "role" -> encounter.role(parts[1]);
            case "facility" -> encounter.claimType(ClaimType.FACILITY);
            case "after" -> {
                var procedure = parts[1].split("@", 2);
                encounter.after(EntryBuilder.code(procedure[0]), procedure[1]);
            }
            case "billed" -> {
                var line = parts[1].split("\\.", -1);
                encounter.billed(
                        EntryBuilder.code(line[0]), 1, Arrays.copyOfRange(line, 1, line.length));
            }
            default -> throw new IllegalArgumentException(word);
        }
    }

    private static ClaimLine line(int number, String text, LocalDate serviceDate) {
        var parts = text.split(" -> ", 2);
        var words = parts[0].split(" ", -1);
        var diagnoses =
                parts.length < 2
                        ? List.<Code>of()
                        : Arrays.stream(parts[1].split(" ", -1)).map(EntryBuilder::code).toList();
        int units = 1;
        var modifiers = new ArrayList<Modifier>();
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("x")) {
                units = Integer.parseInt(words[i].substring(1));
            } else {
                modifiers.add(new Modifier(words[i]));
            }
        }
        return new ClaimLine(
                number,
                SETS.describe(EntryBuilder.code(words[0]), serviceDate).orElseThrow(),
                units,
                modifiers,
                Laterality.NONE,
                List.of(),
                diagnoses,
                List.of());
    }
}
