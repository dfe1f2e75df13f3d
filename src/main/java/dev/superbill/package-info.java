/// Superbill's engine: a clinical note goes in, coding decisions come out.
@NullMarked
package dev.superbill;

import org.jspecify.annotations.NullMarked;
