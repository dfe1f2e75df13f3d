package dev.superbill.mention;

import dev.superbill.note.Span;

/// A length, or a size in two or three dimensions.
///
/// @param greatest the greatest dimension, in cm
/// @param area the product of the first two, in sq cm; 0 for a length alone
/// @param span where it stands
public record Extent(double greatest, double area, Span span) {}
