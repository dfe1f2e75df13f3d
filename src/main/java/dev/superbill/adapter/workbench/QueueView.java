package dev.superbill.adapter.workbench;

import java.util.List;

/// The queue as its page shows it.
///
/// @param filter what is shown
/// @param rows the cases
/// @param total how many cases there are of every status
/// @param left how many rows are left out for length
/// @param payers the payers to choose among
/// @param reasons the rules to choose among
/// @param today the date that notes of a batch take where they tell none
/// @param batch what became of a batch, one; none where none was sent
public record QueueView(
        QueueFilter filter,
        List<Row> rows,
        int total,
        int left,
        List<String> payers,
        List<String> reasons,
        String today,
        List<Batch> batch) {
    /// Copies.
    public QueueView {
        rows = List.copyOf(rows);
        payers = List.copyOf(payers);
        reasons = List.copyOf(reasons);
        batch = List.copyOf(batch);
    }

    /// How many cases match.
    public int shown() {
        return rows.size() + left;
    }

    /// A case.
    ///
    /// @param confidence the confidence of the least sure line, in percent; -1 where it is hidden
    /// @param age how long it waits, in words
    public record Row(
            String id,
            String time,
            String age,
            String status,
            String statusText,
            String outcome,
            List<String> reasons,
            int confidence,
            String payer,
            String serviceDate,
            String kind,
            String specialty,
            int lines) {
        /// Copies.
        public Row {
            reasons = List.copyOf(reasons);
        }

        /// The reasons in one text.
        public String reasonText() {
            return String.join(", ", reasons);
        }
    }

    /// What became of a batch.
    ///
    /// @param opened how many notes became cases
    /// @param refused those that did not
    public record Batch(int opened, List<Refused> refused) {
        /// Copies.
        public Batch {
            refused = List.copyOf(refused);
        }
    }

    /// A note that became no case.
    ///
    /// @param place the file, and the line where it has several notes
    /// @param why what is wrong
    public record Refused(String place, String why) {}
}
