package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import java.time.LocalDate;
import java.util.List;

/// One row of an official file, as a bundle keeps it. Texts are stripped; what a file leaves empty
/// is the empty string.
public sealed interface OfficialRow {
    /// A licensed CPT code.
    ///
    /// @param longText the long descriptor
    /// @param mediumText the medium descriptor
    /// @param shortText the short descriptor
    /// @param consumerText the consumer-friendly descriptor
    record Cpt(
            Code.Cpt code,
            String longText,
            String mediumText,
            String shortText,
            String consumerText)
            implements OfficialRow {}

    /// A modifier of CPT or HCPCS Level II.
    record ModifierText(Modifier modifier, String description) implements OfficialRow {}

    /// A HCPCS Level II code.
    ///
    /// @param added the date on which it was added
    /// @param terminated the last service date; [CodeEntry#ALWAYS_TO] where none is set
    /// @param coverage the coverage code, such as `C`, `D`, `I`, `M` or `S`
    record Hcpcs(
            Code.Hcpcs code,
            String longText,
            String shortText,
            LocalDate added,
            LocalDate terminated,
            String coverage)
            implements OfficialRow {}

    /// A row of the ICD-10-CM order file.
    ///
    /// @param billing whether the code may be reported
    record Icd10(Code.Icd10 code, Billing billing, String shortText, String longText)
            implements OfficialRow {}

    /// A code that an addendum to the order file deletes.
    record Icd10Deletion(Code.Icd10 code) implements OfficialRow {}

    /// A note of the tabular list that two diagnoses are never reported together (Excludes1).
    ///
    /// @param code the category or code that carries the note; what is below it inherits it
    /// @param from the first code excluded, whatever is below it included
    /// @param to the last code excluded, whatever is below it included
    record Excludes1(Code.Icd10 code, Code.Icd10 from, Code.Icd10 to) implements OfficialRow {}

    /// A row of the relative value file. Relative value units and amounts are in hundredths.
    ///
    /// @param modifier empty, `26`, `TC` or `53`
    /// @param facilityTotal all units in a facility
    /// @param nonFacilityTotal all units elsewhere
    record Fee(
            Code code,
            String modifier,
            FeeIndicators indicators,
            int practiceNonFacility,
            int practiceFacility,
            int malpractice,
            int nonFacilityTotal,
            int facilityTotal)
            implements OfficialRow {}

    /// The practice cost indices of a locality, in thousandths.
    record Locality(
            String contractor,
            String state,
            String number,
            String name,
            int work,
            int practice,
            int malpractice)
            implements OfficialRow {}

    /// A procedure-to-procedure edit.
    ///
    /// @param rationale CMS's own short reason
    record Ptp(Code column1, Code column2, PtpPair pair, String rationale) implements OfficialRow {}

    /// A medically unlikely edit.
    record Mue(Code code, MueLimit limit, String rationale) implements OfficialRow {}

    /// An add-on code with one of its primaries.
    ///
    /// @param primaries the primary; none where the file leaves it to the contractor
    /// @param type 1 fixed list, 2 no list, 3 list that contractors may add to
    record AddOnPair(Code addOn, List<Code> primaries, int type, LocalDate from, LocalDate to)
            implements OfficialRow {
        /// Checks and copies.
        public AddOnPair {
            if (type < 1 || type > 3) {
                throw new IllegalArgumentException("an add-on type is 1, 2 or 3");
            }
            primaries = List.copyOf(primaries);
        }
    }

    /// A place of service.
    ///
    /// @param setting whether Medicare pays the facility rate there
    record Place(String number, Setting setting, String name) implements OfficialRow {
        /// Which rate Medicare pays.
        public enum Setting {
            FACILITY,
            NON_FACILITY
        }
    }

    /// A determination or article of the coverage database.
    ///
    /// @param id such as `L33776`, `A57642` or `NCD 220.6`
    /// @param jurisdictions the states or contractors it binds; none binds all
    record Determination(
            String id, String title, LocalDate from, LocalDate to, List<String> jurisdictions)
            implements OfficialRow {
        /// Copies.
        public Determination {
            jurisdictions = List.copyOf(jurisdictions);
        }
    }

    /// A procedure that a determination or article speaks of.
    ///
    /// @param group the group of diagnoses that goes with it; 0 where the article has one group
    record CoveredProcedure(String determination, int group, Code code) implements OfficialRow {}

    /// A diagnosis of an article.
    record CoveredDiagnosis(String determination, int group, Code.Icd10 code, Effect effect)
            implements OfficialRow {
        /// What the diagnosis does for the procedures of its group.
        public enum Effect {
            SUPPORTS,
            DOES_NOT_SUPPORT
        }
    }

    /// A payer's policy on a code.
    record Policy(PayerPolicy policy) implements OfficialRow {}
}
