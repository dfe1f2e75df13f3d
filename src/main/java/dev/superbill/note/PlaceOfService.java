package dev.superbill.note;

import java.util.Set;
import java.util.regex.Pattern;

/// A CMS place of service code, two digits.
public record PlaceOfService(String code) {
    private static final Pattern FORM = Pattern.compile("\\d{2}");
    private static final Set<String> FACILITIES =
            Set.of(
                    "02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52",
                    "53", "56", "61");

    /// Checks the form.
    public PlaceOfService {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("a place of service has two digits");
        }
    }

    /// Whether Medicare pays the facility rate there, so that the professional bills an imaging
    /// study with modifier 26.
    ///
    /// Source: Medicare Claims Processing Manual, chapter 12, section 20.4.2.
    public boolean facility() {
        return FACILITIES.contains(code);
    }
}
