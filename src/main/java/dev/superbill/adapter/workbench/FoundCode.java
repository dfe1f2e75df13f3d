package dev.superbill.adapter.workbench;

/// A code that a search found.
///
/// @param system CPT, HCPCS or ICD-10-CM
/// @param code the code
/// @param description in words
/// @param status active, future or retired on the date of service
/// @param billable whether it may be reported
public record FoundCode(
        String system, String code, String description, String status, boolean billable) {
    /// The system and the code, as a form sends them.
    public String value() {
        return system + " " + code;
    }

    /// What is against it, empty where nothing is.
    public String remark() {
        if (!billable) {
            return "heads other codes";
        }
        return status.equals("active") ? "" : status;
    }
}
