package dev.superbill.adapter.workbench;

/// What surrounds every page.
///
/// @param current the page among those of the menu: start, queue, dashboard, or empty
/// @param user who works
/// @param version the version of Superbill, which names its static files too
public record Shell(String current, String user, String version) {}
