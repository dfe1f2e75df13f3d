/// Code sets and edits on a date: what a code is, when it is valid, and which edits name it.
@NullMarked
package dev.superbill.codeset;

import org.jspecify.annotations.NullMarked;
