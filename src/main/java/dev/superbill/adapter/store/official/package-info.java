/// Reads the official files of code sets and edits as their publishers issue them, and makes a
/// bundle of them.
@NullMarked
package dev.superbill.adapter.store.official;

import org.jspecify.annotations.NullMarked;
