package dev.superbill.adapter.workbench;

/// A worked example.
///
/// @param name names it in a link
/// @param title what it is
/// @param kind what kind of note
/// @param form the form, filled in
public record Example(String name, String title, String kind, StartForm form) {}
