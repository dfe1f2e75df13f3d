package dev.superbill.adapter.wire;

import dev.superbill.codeset.CodeSetRelease;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is loaded.
///
/// @param build the version of Superbill
/// @param model the classifier's model, `none` where there is none
/// @param rules the release of the rules
/// @param codeSets every edition loaded
@Schema(description = "What is loaded: code sets, model, rules.")
public record ReleasesAnswer(String build, String model, String rules, List<Loaded> codeSets) {
    /// Copies.
    public ReleasesAnswer {
        codeSets = List.copyOf(codeSets);
    }

    /// An edition loaded.
    ///
    /// @param name the code set or edit file
    /// @param edition such as `2026`
    /// @param effectiveFrom the first service date it covers
    /// @param effectiveTo the last service date it covers
    /// @param source what it was made from
    /// @param entries how many codes or edits it holds
    /// @param checksum SHA-256 of its content
    @Schema(name = "LoadedCodeSet")
    public record Loaded(
            String name,
            String edition,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String source,
            int entries,
            String checksum) {}

    static ReleasesAnswer of(Build build, String model, List<CodeSetRelease> releases) {
        return new ReleasesAnswer(
                build.version(),
                model,
                build.rules(),
                releases.stream()
                        .map(release ->
                                new Loaded(
                                        release.name(),
                                        release.edition(),
                                        release.effectiveFrom(),
                                        release.effectiveTo(),
                                        release.source(),
                                        release.entries(),
                                        release.checksum()))
                        .toList());
    }
}
