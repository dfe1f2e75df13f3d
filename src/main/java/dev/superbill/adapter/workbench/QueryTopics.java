package dev.superbill.adapter.workbench;

import java.util.ArrayList;
import java.util.List;

/// The findings of a case that its author can answer.
final class QueryTopics {
    private QueryTopics() {}

    /// A finding.
    ///
    /// @param number its place, from 0
    /// @param code the code that it is about, may be empty
    /// @param finding what is said
    /// @param quotes the words of the note that it is about
    record Topic(int number, String code, CaseView.Finding finding, List<String> quotes) {
        Topic {
            quotes = List.copyOf(quotes);
        }

        QueryDraft.Topic draft() {
            return new QueryDraft.Topic(finding.rule(), finding.message(), quotes);
        }

        QueryForm.Topic shown(boolean chosen) {
            return new QueryForm.Topic(number, finding.rule(), code, finding.message(), chosen);
        }
    }

    static List<Topic> of(CaseView view) {
        var topics = new ArrayList<Topic>();
        for (var lines : List.of(view.lines(), view.diagnoses())) {
            for (var line : lines) {
                if (!line.rejected()) {
                    var quotes =
                            line.evidence().stream()
                                    .map(CaseView.Quote::quote)
                                    .filter(quote -> !quote.isEmpty())
                                    .toList();
                    line.findings().forEach(finding -> add(topics, line.code(), finding, quotes));
                }
            }
        }
        view.findings().forEach(finding -> add(topics, "", finding, List.of()));
        return topics;
    }

    private static void add(
            List<Topic> topics, String code, CaseView.Finding finding, List<String> quotes) {
        if (QueryDraft.askable(finding.rule()) && !finding.severity().equals("info")) {
            topics.add(new Topic(topics.size(), code, finding, quotes));
        }
    }
}
