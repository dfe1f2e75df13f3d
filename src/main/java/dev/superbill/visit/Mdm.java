package dev.superbill.visit;

import java.util.stream.Stream;

/// Medical decision making: its level is the highest that two of three elements meet or exceed.
///
/// Source: AMA CPT E/M guidelines, effective 2021-01-01 for office visits and 2023-01-01 for the
/// other families.
public record Mdm(MdmElement problems, MdmElement data, MdmElement risk) {
    /// The level that two of the three elements meet.
    public MdmLevel level() {
        return Stream.of(problems.level(), data.level(), risk.level())
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
