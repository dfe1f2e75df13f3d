package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.analytics.AnalyticsCalls;
import dev.superbill.adapter.wire.analytics.CsvSheets;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.Role;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.workqueue.CaseEvent;
import dev.superbill.workqueue.CodingCase;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The dashboard and its files.
@Path("/dashboard")
@Blocking
public class FigurePages {
    private final Desk desk;
    private final Pages pages;
    private final Caller caller;
    private final Suggester suggester;

    FigurePages(Desk desk, Pages pages, Caller caller, Suggester suggester) {
        this.desk = desk;
        this.pages = pages;
        this.caller = caller;
        this.suggester = suggester;
    }

    /// Shows the figures.
    @GET
    public Response show(
            @Context HttpHeaders headers,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String coder) {
        return pages.answer(
                headers,
                () -> {
                    var query = query(from, to, payer, coder);
                    var cases = cases();
                    var summary =
                            Tree.of(
                                    AnalyticsCalls.answer(
                                            "summary", query, cases, suggester.now()));
                    return pages.page(
                            Templates.figures(
                                    pages.shell("dashboard"),
                                    new FiguresView(
                                            said(from),
                                            said(to),
                                            said(payer),
                                            said(coder),
                                            cases.stream()
                                                    .map(one -> one.answer().payer())
                                                    .filter(one -> !one.isEmpty())
                                                    .distinct()
                                                    .sorted()
                                                    .toList(),
                                            cases.stream()
                                                    .flatMap(one -> one.history().stream())
                                                    .map(CaseEvent.Decided::user)
                                                    .distinct()
                                                    .sorted()
                                                    .toList(),
                                            encoded(query),
                                            CaseViewer.TIME.format(suggester.now()),
                                            FiguresViewer.figures(summary),
                                            FiguresViewer.groups(summary))));
                });
    }

    /// The figures of a name as a file.
    @GET
    @Path("/{name}.csv")
    public Response csv(
            @Context HttpHeaders headers,
            @RestPath String name,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String payer,
            @RestQuery @Nullable String coder) {
        return pages.answer(
                headers,
                () ->
                        pages.file(
                                "text/csv; charset=utf-8",
                                name + ".csv",
                                CsvSheets.sheet(
                                        AnalyticsCalls.answer(
                                                name,
                                                query(from, to, payer, coder),
                                                cases(),
                                                suggester.now()))));
    }

    private List<CodingCase> cases() {
        var actor = caller.actor();
        if (!actor.hasAny(Role.CODER, Role.AUDITOR, Role.ADMIN)) {
            throw new CodingException(
                    Fault.FORBIDDEN, "The caller has none of the roles that this needs.");
        }
        return desk.cases(actor);
    }

    private static Map<String, List<String>> query(
            @Nullable String from,
            @Nullable String to,
            @Nullable String payer,
            @Nullable String coder) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        put(query, "from", from);
        put(query, "to", to);
        put(query, "payer", payer);
        put(query, "coder", coder);
        return query;
    }

    private static void put(Map<String, List<String>> query, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            query.put(name, List.of(value.strip()));
        }
    }

    private static String encoded(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .map(one ->
                        one.getKey()
                                + "="
                                + URLEncoder.encode(
                                        one.getValue().getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
