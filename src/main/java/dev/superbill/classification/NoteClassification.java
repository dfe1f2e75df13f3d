package dev.superbill.classification;

import java.util.List;

/// What a classifier says of a whole note. Lists are ordered by falling score, then by name.
///
/// @param noteTypes every note type with its probability; they sum to 1 but for rounding
/// @param specialties every specialty with its own probability
/// @param serviceFamilies every CMS RBCS service family with its own probability
/// @param engine the engine that ran: `PyTorch`, `OnnxRuntime` or `none`
public record NoteClassification(
        List<Label> noteTypes,
        List<Label> specialties,
        List<Label> serviceFamilies,
        String engine) {
    /// The engine's name where no classifier ran.
    public static final String NO_ENGINE = "none";

    /// Copies.
    public NoteClassification {
        noteTypes = List.copyOf(noteTypes);
        specialties = List.copyOf(specialties);
        serviceFamilies = List.copyOf(serviceFamilies);
    }

    /// The answer where no classifier ran: no labels at all.
    public static NoteClassification none() {
        return new NoteClassification(List.of(), List.of(), List.of(), NO_ENGINE);
    }

    /// Whether a classifier ran.
    public boolean present() {
        return !engine.equals(NO_ENGINE);
    }

    /// The likeliest note type, `OTHER` where no classifier ran.
    public NoteType likeliestType() {
        return noteTypes.isEmpty()
                ? NoteType.OTHER
                : NoteType.labelled(noteTypes.getFirst().name()).orElse(NoteType.OTHER);
    }

    /// The probability of a note type, 0 where no classifier ran.
    public double noteType(NoteType type) {
        return scoreOf(noteTypes, type.label());
    }

    private static double scoreOf(List<Label> labels, String name) {
        for (var label : labels) {
            if (label.name().equals(name)) {
                return label.score();
            }
        }
        return 0;
    }
}
