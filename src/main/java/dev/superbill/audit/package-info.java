/// The record of what was answered, without the note.
@NullMarked
package dev.superbill.audit;

import org.jspecify.annotations.NullMarked;
