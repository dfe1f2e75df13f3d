package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.Actor;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.note.Span;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.ChosenLine;
import dev.superbill.workqueue.CoderAction;
import dev.superbill.workqueue.CodingCase;
import dev.superbill.workqueue.OverrideReason;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The page of a case, and what is done on it.
@Path("/cases")
@Blocking
public class CasePages {
    private static final int LONGEST_SELECTION = 300;

    private final Desk desk;
    private final CaseFile file;
    private final Pages pages;
    private final Caller caller;

    CasePages(Desk desk, CaseFile file, Pages pages, Caller caller) {
        this.desk = desk;
        this.file = file;
        this.pages = pages;
        this.caller = caller;
    }

    /// Shows a case.
    @GET
    @Path("/{id}")
    public Response show(
            @Context HttpHeaders headers,
            @RestPath String id,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String confidence,
            @RestQuery @Nullable String hours,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String order) {
        var filter = QueueFilter.of(status, reason, payer, confidence, hours, sort, order);
        return pages.answer(
                headers,
                () -> {
                    var opened = file.open(caller.actor(), id);
                    return pages.page(
                            Templates.coding(
                                    pages.shell("queue"),
                                    file.view(caller.actor(), opened),
                                    file.note(opened),
                                    "/queue/next?after=" + id + "&" + filter.query()));
                });
    }

    /// Decides on a case.
    @POST
    @Path("/{id}/decisions")
    public Response decide(
            @Context HttpHeaders headers,
            @RestPath String id,
            @RestForm @Nullable String action,
            @RestForm @Nullable String line,
            @RestForm @Nullable String code,
            @RestForm @Nullable String units,
            @RestForm @Nullable String modifiers,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String start,
            @RestForm @Nullable String end,
            @RestForm @Nullable String text,
            @RestForm @Nullable List<String> rule,
            @RestForm @Nullable String undo,
            @RestForm @Nullable String decisionId,
            @RestForm @Nullable String activeSeconds) {
        return pages.answer(
                headers,
                () -> {
                    var actor = caller.actor();
                    var opened = file.open(actor, id);
                    var filled =
                            new Filled(
                                    said(action),
                                    said(line),
                                    said(code),
                                    said(units),
                                    said(modifiers),
                                    said(reason),
                                    said(start),
                                    said(end),
                                    said(text),
                                    rule == null ? List.of() : rule,
                                    said(undo),
                                    said(decisionId),
                                    seconds(said(activeSeconds)));
                    var done = act(actor, id, filled, opened);
                    if (!Pages.swaps(headers)) {
                        return pages.seeOther("/cases/" + id);
                    }
                    var after = file.open(actor, id);
                    boolean noteChanged = !spans(after.found()).equals(spans(opened.found()));
                    boolean forgotten = after.text() == null && opened.text() != null;
                    var answer =
                            pages.page(
                                    Templates.swapped(
                                            file.view(caller.actor(), after),
                                            file.note(after),
                                            done,
                                            noteChanged || forgotten));
                    answer.getHeaders().putSingle("HX-Trigger", "decided");
                    return answer;
                });
    }

    /// The fields of a decision as sent.
    private record Filled(
            String action,
            String line,
            String code,
            String units,
            String modifiers,
            String reason,
            String start,
            String end,
            String text,
            List<String> rules,
            String undo,
            String decisionId,
            int activeSeconds) {
        Filled {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return "Filled[" + action + "]";
        }
    }

    private String act(Actor actor, String id, Filled filled, CaseFile.Opened opened) {
        if (filled.action().equals("accept-suggested")) {
            return acceptSuggested(actor, id, filled, opened);
        }
        var action = action(filled, opened);
        var _ = desk.decide(actor, id, filled.decisionId(), action, filled.activeSeconds());
        return sentence(CaseViewer.said(action));
    }

    private String acceptSuggested(Actor actor, String id, Filled filled, CaseFile.Opened opened) {
        var lines = opened.found().lines().stream().filter(CaseViewer::acceptable).toList();
        int seconds = filled.activeSeconds();
        int number = 0;
        for (var line : lines) {
            number++;
            var _ =
                    desk.decide(
                            actor,
                            id,
                            filled.decisionId().isEmpty() ? "" : filled.decisionId() + "-" + number,
                            new CoderAction.Accept(line.line()),
                            seconds);
            seconds = 0;
        }
        return lines.size() == 1
                ? "Accepted one suggested line."
                : "Accepted " + lines.size() + " suggested lines.";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static CoderAction action(Filled filled, CaseFile.Opened opened) {
        return switch (filled.action()) {
            case "accept" -> new CoderAction.Accept(code(filled.line(), "line"));
            case "change" ->
                    new CoderAction.Change(
                            code(filled.line(), "line"), chosen(filled), reason(filled));
            case "reject" -> new CoderAction.Reject(code(filled.line(), "line"), reason(filled));
            case "add" -> added(filled, opened);
            case "query" -> query(filled);
            case "reply" -> new CoderAction.Reply();
            case "sign" -> new CoderAction.Sign();
            case "undo" -> new CoderAction.Undo(filled.undo());
            default -> throw invalid("There is no such action.");
        };
    }

    /// A coder who does not see the suggestions may add one of them: that is to accept it, or to
    /// change it.
    private static CoderAction added(Filled filled, CaseFile.Opened opened) {
        var chosen = chosen(filled);
        var hidden =
                opened.found().answer().visibility() == Answer.Visibility.HIDDEN
                        ? opened.found().lines().stream()
                                .filter(line -> line.state() == CaseLine.State.OPEN)
                                .filter(line -> line.line().equals(chosen.code()))
                                .findFirst()
                        : Optional.<CaseLine>empty();
        if (hidden.isPresent()) {
            return hidden.get().chosen().equals(chosen)
                    ? new CoderAction.Accept(chosen.code())
                    : new CoderAction.Change(
                            chosen.code(),
                            chosen,
                            hidden.get().chosen().units() == chosen.units()
                                    ? OverrideReason.MODIFIERS
                                    : OverrideReason.UNITS);
        }
        return new CoderAction.Add(chosen, selection(filled, opened.text()), reason(filled));
    }

    private static CoderAction query(Filled filled) {
        if (filled.text().isBlank()) {
            throw invalid("Write what the author is asked.");
        }
        return new CoderAction.Query(
                filled.rules().stream().distinct().toList(),
                filled.text().replace("\r\n", "\n").strip());
    }

    private static ChosenLine chosen(Filled filled) {
        if (filled.code().isBlank()) {
            throw invalid("Choose a code.");
        }
        var code = code(filled.code(), "code");
        if (code.system() == CodeSystem.ICD_10_CM) {
            return new ChosenLine(code, 1, List.of());
        }
        var modifiers =
                Arrays.stream(filled.modifiers().toUpperCase(Locale.ROOT).split("[\\s,;-]+", -1))
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
        if (!modifiers.stream().allMatch(one -> one.matches("[0-9A-Z]{2}"))) {
            throw invalid("A modifier has two letters or digits.");
        }
        try {
            return new ChosenLine(code, number(filled.units(), 1, "Units"), modifiers);
        } catch (IllegalArgumentException e) {
            throw invalid(sentence(Objects.toString(e.getMessage(), "")));
        }
    }

    /// The words selected, without blanks around them, and cut between no pair of surrogates.
    private static List<Span> selection(Filled filled, @Nullable String text) {
        if (text == null || filled.start().isBlank() || filled.end().isBlank()) {
            return List.of();
        }
        int start = Math.max(0, number(filled.start(), 0, "The selection"));
        int end = Math.min(text.length(), number(filled.end(), 0, "The selection"));
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - start > LONGEST_SELECTION) {
            throw invalid("Select at most " + LONGEST_SELECTION + " characters.");
        }
        if (start > 0 && start < end && Character.isLowSurrogate(text.charAt(start))) {
            start--;
        }
        if (end < text.length() && end > start && Character.isHighSurrogate(text.charAt(end - 1))) {
            end++;
        }
        return start < end ? List.of(new Span(start, end)) : List.of();
    }

    private static OverrideReason reason(Filled filled) {
        return OverrideReason.labelled(filled.reason())
                .orElseThrow(() -> invalid("Choose a reason."));
    }

    /// A code as forms send it: `CPT 47562`.
    private static Code code(String value, String what) {
        int blank = value.indexOf(' ');
        try {
            return CodeSystem.labelled(blank < 0 ? "" : value.substring(0, blank))
                    .map(system -> Code.of(system, value.substring(blank + 1)))
                    .orElseThrow(() -> invalid("The " + what + " is no code."));
        } catch (IllegalArgumentException _) {
            throw invalid("The " + what + " is no code.");
        }
    }

    private static int number(String value, int otherwise, String what) {
        if (value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException _) {
            throw invalid(what + " must be a whole number.");
        }
    }

    /// Time is only counted: a bad value is none.
    private static int seconds(String value) {
        try {
            return Math.clamp(Long.parseLong(value), 0, 86_400);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static CodingException invalid(String why) {
        return new CodingException(Fault.INVALID_REQUEST, why);
    }

    private static List<Span> spans(CodingCase found) {
        var spans = new ArrayList<Span>();
        for (var decided : found.standing()) {
            if (decided.action() instanceof CoderAction.Add(_, var evidence, _)) {
                spans.addAll(evidence);
            }
        }
        return spans;
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// Takes the note's text again, where it is no longer kept and this is the same.
    @POST
    @Path("/{id}/note")
    public Response restore(
            @Context HttpHeaders headers, @RestPath String id, @RestForm @Nullable String text) {
        return pages.answer(
                headers,
                () -> {
                    var opened = file.restored(file.open(caller.actor(), id), said(text));
                    if (Pages.swaps(headers)) {
                        return pages.page(Templates.note(file.note(opened)));
                    }
                    return pages.page(
                            Templates.coding(
                                    pages.shell("queue"),
                                    file.view(caller.actor(), opened),
                                    file.note(opened),
                                    "/queue/next?after=" + id));
                });
    }

    /// The form that changes a line.
    @GET
    @Path("/{id}/change")
    public Response change(
            @Context HttpHeaders headers, @RestPath String id, @RestQuery @Nullable String line) {
        return pages.answer(
                headers, () -> pages.page(Templates.change(form(id, said(line), Form.CHANGE))));
    }

    /// The form that rejects a line.
    @GET
    @Path("/{id}/reject")
    public Response reject(
            @Context HttpHeaders headers, @RestPath String id, @RestQuery @Nullable String line) {
        return pages.answer(
                headers, () -> pages.page(Templates.reject(form(id, said(line), Form.REJECT))));
    }

    private enum Form {
        CHANGE,
        REJECT
    }

    private LineForm form(String id, String name, Form kind) {
        var opened = file.open(caller.actor(), id);
        var code = code(name, "line");
        var line =
                opened.found().lines().stream()
                        .filter(one -> one.line().equals(code))
                        .filter(one -> !hidden(opened.found(), one))
                        .findFirst()
                        .orElseThrow(() ->
                                new CodingException(
                                        Fault.NOT_FOUND, "The case has no line of that code."));
        var chosen = line.chosen();
        var other = chosen.code().system() == CodeSystem.ICD_10_CM;
        return new LineForm(
                id,
                file.nextId(),
                Keys.of(code),
                code.system().label(),
                code.value(),
                chosen.code().system().label() + " " + chosen.code().value(),
                file.describe(chosen.code(), opened.encounter().serviceDate()),
                chosen.units(),
                String.join(" ", chosen.modifiers()),
                -1,
                -1,
                "",
                reasons(kind),
                (switch (kind) {
                            case CHANGE ->
                                    other ? OverrideReason.MORE_SPECIFIC : OverrideReason.MODIFIERS;
                            case REJECT -> OverrideReason.NOT_DOCUMENTED;
                        })
                        .label());
    }

    private static boolean hidden(CodingCase found, CaseLine line) {
        return found.answer().visibility() == Answer.Visibility.HIDDEN
                && line.state() == CaseLine.State.OPEN;
    }

    private static List<LineForm.Reason> reasons(Form kind) {
        return Arrays.stream(OverrideReason.values())
                .filter(reason ->
                        switch (kind) {
                            case CHANGE ->
                                    reason != OverrideReason.MISSED
                                            && reason != OverrideReason.DUPLICATE;
                            case REJECT ->
                                    reason != OverrideReason.MISSED
                                            && reason != OverrideReason.UNITS
                                            && reason != OverrideReason.MODIFIERS;
                        })
                .map(reason -> new LineForm.Reason(reason.label(), reason.description()))
                .toList();
    }

    /// The form that adds a code, for words selected or for none. It is sent, not asked for by a
    /// link, since words of the note stand in no address.
    @POST
    @Path("/{id}/add")
    public Response add(
            @Context HttpHeaders headers,
            @RestPath String id,
            @RestForm @Nullable String start,
            @RestForm @Nullable String end) {
        return pages.answer(
                headers,
                () -> {
                    var opened = file.open(caller.actor(), id);
                    var filled =
                            new Filled(
                                    "add",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    said(start),
                                    said(end),
                                    "",
                                    List.of(),
                                    "",
                                    "",
                                    0);
                    var selected = selection(filled, opened.text());
                    var text = opened.text();
                    int from = selected.isEmpty() ? -1 : selected.getFirst().start();
                    int to = selected.isEmpty() ? -1 : selected.getFirst().end();
                    return pages.page(
                            Templates.add(
                                    new LineForm(
                                            id,
                                            file.nextId(),
                                            "",
                                            "",
                                            "",
                                            "",
                                            "",
                                            1,
                                            "",
                                            from,
                                            to,
                                            text == null || from < 0
                                                    ? ""
                                                    : text.substring(from, to),
                                            List.of(),
                                            OverrideReason.MISSED.label())));
                });
    }

    /// Codes that words find.
    @POST
    @Path("/{id}/codes")
    public Response codes(
            @Context HttpHeaders headers,
            @RestPath String id,
            @RestForm @Nullable String q,
            @RestForm @Nullable String line) {
        return pages.answer(
                headers,
                () -> {
                    var opened = file.open(caller.actor(), id);
                    var found =
                            file.search(
                                    caller.actor(),
                                    said(q),
                                    systems(said(line)),
                                    opened.encounter().serviceDate());
                    var words =
                            said(q).isBlank()
                                    ? ""
                                    : found.size() == 1
                                            ? "One code found."
                                            : found.isEmpty()
                                                    ? "No code found."
                                                    : found.size() + " codes found.";
                    return pages.page(Templates.found(found, words));
                });
    }

    /// The systems to search: those of the line that is changed, all for one that is added.
    private static List<String> systems(String line) {
        if (line.isEmpty()) {
            return List.of();
        }
        return line.startsWith(CodeSystem.ICD_10_CM.label())
                ? List.of(CodeSystem.ICD_10_CM.label())
                : List.of(CodeSystem.CPT.label(), CodeSystem.HCPCS.label());
    }

    /// The form that asks the author. The findings to ask about are told by their places.
    @POST
    @Path("/{id}/query")
    public Response query(
            @Context HttpHeaders headers,
            @RestPath String id,
            @RestForm @Nullable String again,
            @RestForm @Nullable List<Integer> topic) {
        return pages.answer(
                headers,
                () -> {
                    var opened = file.open(caller.actor(), id);
                    var topics = QueryTopics.of(file.view(caller.actor(), opened));
                    var chosen =
                            topics.stream()
                                    .filter(one ->
                                            again == null
                                                    || (topic != null
                                                            && topic.contains(one.number())))
                                    .toList();
                    return pages.page(
                            Templates.query(
                                    new QueryForm(
                                            id,
                                            file.nextId(),
                                            topics.stream()
                                                    .map(one -> one.shown(chosen.contains(one)))
                                                    .toList(),
                                            QueryDraft.of(
                                                    chosen.stream()
                                                            .map(QueryTopics.Topic::draft)
                                                            .toList()))));
                });
    }
}
