package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.List;

/// What a determination or article asks of the diagnoses of a procedure.
///
/// @param determination its id, such as `A57642`
/// @param title its title
/// @param jurisdictions the states or contractors it binds; none binds all
/// @param supporting the diagnoses of the procedure's group that support it, among those asked
///   about
/// @param opposing those that expressly do not, among those asked about
/// @param examples some diagnoses that would support it, in the order of their codes
/// @param release the edition that it stands in
public record Coverage(
        String determination,
        String title,
        List<String> jurisdictions,
        List<Code> supporting,
        List<Code> opposing,
        List<Code> examples,
        CodeSetRelease release) {
    /// Copies.
    public Coverage {
        jurisdictions = List.copyOf(jurisdictions);
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        examples = List.copyOf(examples);
    }
}
