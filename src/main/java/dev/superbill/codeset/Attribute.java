package dev.superbill.codeset;

/// What a note states of a service that decides between sibling codes, or how often one counts.
public enum Attribute {
    /// The greatest diameter excised, in cm: the lesion and its narrowest margins.
    DIAMETER,
    /// The length of a wound, in cm; several of one complexity and site are summed.
    LENGTH,
    /// The surface treated, in sq cm.
    AREA,
    /// How many of what the family's nouns name.
    COUNT,
    /// Interspaces of the spine.
    INTERSPACES,
    /// Levels decompressed or injected: interspaces, or single vertebrae or roots.
    LEVELS,
    /// Facet joints: interspaces, or one fewer than the medial branches named.
    JOINTS,
    /// Vertebrae that hardware spans.
    VERTEBRAE,
    /// Radiographic projections.
    VIEWS,
    /// Time, in minutes.
    MINUTES,
    /// Gestational age, in weeks.
    WEEKS,
    /// The weight of the specimen, in grams.
    GRAMS,
    /// Limbs examined.
    LIMBS
}
