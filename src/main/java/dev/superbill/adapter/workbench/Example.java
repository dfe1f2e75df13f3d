package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.SuggestionRequest;

/// A worked example.
///
/// @param name names it in a link
/// @param title what it is
/// @param kind what kind of note
/// @param form the form, filled in
/// @param encounter the encounter, which tells more than the form asks for
public record Example(
        String name,
        String title,
        String kind,
        StartForm form,
        SuggestionRequest.Encounter encounter) {}
