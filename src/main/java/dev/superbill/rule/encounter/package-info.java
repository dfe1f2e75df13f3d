/// Edits that compare a line with the facts of its encounter.
@NullMarked
package dev.superbill.rule.encounter;

import org.jspecify.annotations.NullMarked;
