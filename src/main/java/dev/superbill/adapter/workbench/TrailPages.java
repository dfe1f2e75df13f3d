package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.audit.Actor;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.TrailRecord;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/// The page that shows an answer's records.
@Path("/trail")
@Blocking
public class TrailPages {
    private final Desk desk;
    private final AuditTrail trail;
    private final Pages pages;
    private final Caller caller;

    TrailPages(Desk desk, AuditTrail trail, Pages pages, Caller caller) {
        this.desk = desk;
        this.trail = trail;
        this.pages = pages;
        this.caller = caller;
    }

    /// Shows the records of an answer.
    @GET
    @Path("/{id}")
    public Response show(@Context HttpHeaders headers, @RestPath String id) {
        return pages.answer(
                headers,
                () -> {
                    var actor = caller.actor();
                    var found = desk.find(actor, id).orElseThrow(TrailPages::noCase);
                    return pages.page(Templates.trail(pages.shell(""), view(actor, id, found)));
                });
    }

    private static CodingException noCase() {
        return new CodingException(Fault.NOT_FOUND, "There is no answer of that id.");
    }

    private TrailView view(Actor actor, String id, CodingCase found) {
        var records = trail.about(actor.tenant(), id);
        var entries = new ArrayList<TrailView.Entry>();
        boolean whole = true;
        for (var record : records) {
            boolean sound = record.sound() && follows(actor, record);
            whole &= sound;
            entries.add(entry(record, found, sound));
        }
        return new TrailView(
                id,
                whole,
                whole
                        ? "Sound: each record is what was written, and follows the one before it"
                        : "Broken: a record is not what was written, or does not follow the one"
                                + " before it",
                found.answer().noteSha256(),
                entries);
    }

    /// Whether a record follows the one before it in the chain.
    private boolean follows(Actor actor, TrailRecord record) {
        if (record.sequence() == 1) {
            return record.previousHash().equals(TrailRecord.GENESIS);
        }
        List<TrailRecord> before = trail.after(actor.tenant(), record.sequence() - 2, 1);
        return !before.isEmpty()
                && before.getFirst().sequence() == record.sequence() - 1
                && before.getFirst().sound()
                && before.getFirst().hash().equals(record.previousHash());
    }

    private static TrailView.Entry entry(TrailRecord record, CodingCase found, boolean sound) {
        var kept = record.record();
        return new TrailView.Entry(
                record.sequence(),
                CaseViewer.TIME.format(kept.time()),
                kept.user(),
                kept.kind().label(),
                decision(kept.id(), found)
                        .map(decided -> CaseViewer.said(decided.action()))
                        .orElse(""),
                kept.id(),
                record.hash(),
                sound,
                sound ? (record.erased() ? "sound, content erased" : "sound") : "broken");
    }

    private static Optional<CaseEvent.Decided> decision(String id, CodingCase found) {
        return found.history().stream().filter(decided -> decided.id().equals(id)).findFirst();
    }
}
