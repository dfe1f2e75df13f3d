package dev.superbill.adapter.workbench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Drafts what an author is asked, as compliant query practice has it (AHIMA and ACDIS, Guidelines
/// for Achieving a Compliant Query Practice): open questions about what was done and seen, without
/// an answer proposed, without a code, and without a word of payment.
final class QueryDraft {
    private static final String OPENING =
            "The review of this note found the following open in the record.";
    private static final String CLOSING =
            "Please answer from your own clinical judgment by an addendum to the record, signed and"
                    + " dated. If something cannot be determined, please say so.";

    /// The longest query that a case takes.
    private static final int LONGEST = 4_000;

    private QueryDraft() {}

    /// Something to ask about.
    ///
    /// @param rule the id of the finding's rule
    /// @param message what the finding says
    /// @param quotes words of the note that it is about; may be empty
    record Topic(String rule, String message, List<String> quotes) {
        Topic {
            quotes = List.copyOf(quotes);
        }

        @Override
        public String toString() {
            return "Topic[" + rule + "]";
        }
    }

    /// The rules whose findings an author can answer; what others find is the coder's to settle.
    private static final Set<String> ASKABLE =
            Set.of(
                    "software-analysis",
                    "interpretation-and-report",
                    "laterality",
                    "icd-10-cm-laterality",
                    "remote-monitoring",
                    "title-without-body",
                    "medical-necessity",
                    "ai-missed-service",
                    "ai-concurrent-study",
                    "date-of-service",
                    "evidence",
                    "visit-level",
                    "icd-10-cm-seventh-character",
                    "icd-10-cm-billable",
                    "icd-10-cm-excludes1",
                    "ncci-ptp",
                    "ncci-separate-procedure",
                    "ncci-mue",
                    "bilateral",
                    "assistant-at-surgery",
                    "co-surgeons",
                    "team-surgery",
                    "global-period");

    /// Whether an author can be asked about what a rule finds.
    static boolean askable(String rule) {
        return ASKABLE.contains(rule);
    }

    /// The text; an opening and a close to write between where there is no topic.
    static String of(List<Topic> topics) {
        var questions = new LinkedHashSet<String>();
        for (var topic : topics) {
            questions.add(said(topic) + question(topic));
        }
        var text = new StringBuilder(OPENING).append("\n\n");
        int number = 1;
        for (var question : questions) {
            if (text.length() + question.length() + CLOSING.length() + 8 > LONGEST) {
                break;
            }
            text.append(number++).append(". ").append(question).append("\n\n");
        }
        if (questions.isEmpty()) {
            text.append("1. \n\n");
        }
        return text.append(CLOSING).toString();
    }

    private static String said(Topic topic) {
        if (topic.quotes().isEmpty()) {
            return "";
        }
        return "The note says: \u201C" + topic.quotes().getFirst().strip() + "\u201D. ";
    }

    private static String question(Topic topic) {
        return switch (topic.rule()) {
            case "software-analysis" -> ofAnalysis(topic.message());
            case "interpretation-and-report" ->
                    topic.message().contains("signature")
                            ? "Who interpreted the study, and when was the report signed?"
                            : "What did your interpretation of the study show, and where is it"
                                    + " recorded?";
            case "laterality", "icd-10-cm-laterality", "bilateral" ->
                    "On which side, or sides, of the body was this?";
            case "remote-monitoring" -> ofMonitoring(topic.message());
            case "title-without-body" -> "How was this carried out, step by step?";
            case "medical-necessity" ->
                    "What sign, symptom or condition led you to order or perform this?";
            case "ai-missed-service" ->
                    "What analysis by software was done, on which data, and what came of it?";
            case "ai-concurrent-study" ->
                    "When was the study made that was analysed, and in which session?";
            case "date-of-service" -> "On which date was this done?";
            case "visit-level" ->
                    "Which problems did you address, what did you review or order, what did you"
                            + " decide, and how much time did you spend on that date?";
            case "icd-10-cm-seventh-character" ->
                    "At which stage of care was the patient seen for this condition?";
            case "icd-10-cm-billable", "icd-10-cm-excludes1" ->
                    "What more can you say of the type, site, cause or stage of this condition?";
            case "ncci-ptp", "ncci-separate-procedure" ->
                    "At which site, and in which part of the session, was each of the procedures"
                            + " done, and why?";
            case "ncci-mue" -> "How many times was this done, and at which sites?";
            case "assistant-at-surgery", "co-surgeons", "team-surgery" ->
                    "Who took part in the procedure, and what did each of them do?";
            case "global-period" ->
                    "How does this service relate to the earlier procedure, if it does?";
            default -> "What can you add to the record about this, if anything?";
        };
    }

    private static String ofAnalysis(String message) {
        if (message.contains("data set")) {
            return "Which data set was analysed, and when was it acquired?";
        }
        if (message.contains("software") && message.contains("named")) {
            return "By what means was the analysis made?";
        }
        if (message.contains("signed")) {
            return "Who interpreted the result, and when was the interpretation signed?";
        }
        if (message.contains("dates the analysis")) {
            return "On which date was the analysis made?";
        }
        return "What was the result of the analysis, and what did you conclude from it?";
    }

    private static String ofMonitoring(String message) {
        if (message.contains("device")) {
            return "What was supplied to the patient, and how does it send its readings?";
        }
        if (message.contains("talk")) {
            return "When, and by what means, did you speak with the patient or caregiver in the"
                    + " month?";
        }
        return message.contains("days")
                ? "On how many days of the period did readings come?"
                : "How many minutes of management were there in the calendar month?";
    }
}
