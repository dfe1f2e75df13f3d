package dev.superbill.adapter.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The pages and parts of pages, checked when the program is built.
@CheckedTemplate(basePath = "workbench")
final class Templates {
    private Templates() {}

    static native TemplateInstance start(
            Shell shell, StartForm form, List<Example> examples, String keeps);

    static native TemplateInstance failed(Shell shell, int status, String title, String detail);

    static native TemplateInstance coding(Shell shell, CaseView view, NoteView note, String next);

    static native TemplateInstance claim(CaseView view, String said);

    static native TemplateInstance swapped(
            CaseView view, NoteView note, String said, boolean withNote);

    static native TemplateInstance problem(String detail);

    static native TemplateInstance change(LineForm form);

    static native TemplateInstance reject(LineForm form);

    static native TemplateInstance add(LineForm form);

    static native TemplateInstance query(QueryForm form);

    static native TemplateInstance found(List<FoundCode> codes, String said);

    static native TemplateInstance queue(Shell shell, QueueView view);

    static native TemplateInstance trail(Shell shell, TrailView view);

    static native TemplateInstance note(NoteView note);

    static native TemplateInstance figures(Shell shell, FiguresView view);
}
