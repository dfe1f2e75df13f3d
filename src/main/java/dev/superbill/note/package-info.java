/// The note that comes in, spans of it, and the facts of its encounter.
@NullMarked
package dev.superbill.note;

import org.jspecify.annotations.NullMarked;
