package dev.superbill.adapter.cli;

import dev.superbill.adapter.wire.CodeAnswer;
import dev.superbill.adapter.wire.CodeAnswer.Reference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known of a code, one fact a line.
final class CodeSheet {
    private static final int LABEL_WIDTH = 14;

    private final Screen screen;

    CodeSheet(Screen screen) {
        this.screen = screen;
    }

    void print(CodeAnswer code) {
        screen.line(screen.styled("bold", code.system() + " " + code.code()));
        var lines = Plain.wrapped(Plain.text(code.description()), screen.width());
        lines.forEach(screen::line);
        fact("status", code.status() + " on " + code.date());
        fact(
                "dates",
                (code.activeFrom() == null ? "start not recorded" : code.activeFrom())
                        + " to "
                        + (code.activeTo() == null ? "further notice" : code.activeTo()));
        fact("replaces", codes(code.predecessors()));
        fact("replaced by", codes(code.successors()));
        fact("group", text(code.group()));
        fact("family", text(code.serviceFamily()));
        var fees = code.fees();
        if (!fees.status().isEmpty()) {
            fact(
                    "fees",
                    String.format(
                            Locale.ROOT,
                            "status %s, global %s, PC/TC %s, work RVU %.2f",
                            fees.status(),
                            fees.globalDays(),
                            fees.pcTc(),
                            fees.workRvu()));
        }
        var mue = code.mue();
        fact("MUE", mue == null ? "" : mue.units() + " (MAI " + mue.adjudication() + ")");
        var addOn = code.addOn();
        fact(
                "add-on",
                switch (addOn.type()) {
                    case "no" -> "";
                    case "any" -> "to a primary that the payer accepts";
                    default -> "to " + codes(addOn.primaries());
                });
        var work = code.appendixS();
        fact(
                "Appendix S",
                work == null
                        ? ""
                        : work.workClass() + " (" + work.basis() + ", " + work.edition() + ")");
        if (code.interpretation().equals("required")) {
            fact("report", "a separate signed interpretation and report is part of it");
        }
        fact("remark", text(code.remark()));
    }

    private void fact(String label, String value) {
        if (!value.isEmpty()) {
            screen.line(
                    screen.styled("faint", label)
                            + " ".repeat(LABEL_WIDTH - label.length())
                            + Plain.text(value));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String codes(List<Reference> codes) {
        return codes.stream().map(Reference::code).collect(Collectors.joining(", "));
    }
}
