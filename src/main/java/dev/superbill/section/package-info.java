/// Splits a note into its headed sections.
@NullMarked
package dev.superbill.section;

import org.jspecify.annotations.NullMarked;
