package dev.superbill.codeset;

/// What an official file is a file of, lowest first in the order in which a bundle keeps them.
public enum SourceKind {
    /// The AMA's licensed CPT descriptors.
    CPT("CPT"),
    /// HCPCS Level II, the CMS alpha-numeric file.
    HCPCS("HCPCS"),
    /// The ICD-10-CM order file and its addenda.
    ICD_10_CM("ICD-10-CM"),
    /// The exclusions of the ICD-10-CM tabular list.
    ICD_10_CM_EXCLUDES("ICD-10-CM tabular"),
    /// The relative value file of the Medicare Physician Fee Schedule.
    FEE_SCHEDULE("PFS"),
    /// The geographic practice cost indices.
    GPCI("GPCI"),
    /// NCCI procedure-to-procedure edits of practitioners.
    PTP_PRACTITIONER("NCCI"),
    /// NCCI procedure-to-procedure edits of outpatient hospitals.
    PTP_HOSPITAL("NCCI hospital"),
    /// Medically unlikely edits of practitioners.
    MUE_PRACTITIONER("MUE"),
    /// Medically unlikely edits of outpatient hospitals.
    MUE_OUTPATIENT("MUE outpatient"),
    /// Medically unlikely edits of suppliers of durable medical equipment.
    MUE_DME("MUE DME"),
    /// NCCI add-on code edits.
    ADD_ON("AOC"),
    /// CMS place of service codes.
    PLACE_OF_SERVICE("POS"),
    /// The Medicare Coverage Database: local and national determinations and their articles.
    COVERAGE("MCD"),
    /// The operator's own payer policies.
    PAYER_POLICY("payer policy");

    private final String label;

    SourceKind(String label) {
        this.label = label;
    }

    /// The kind whose releases have a name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static SourceKind labelled(String label) {
        for (var kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of official file is called '" + label + "'");
    }

    /// The name that its releases have.
    public String label() {
        return label;
    }
}
