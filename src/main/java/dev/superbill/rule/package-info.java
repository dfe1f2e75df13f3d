/// Checks the draft claim against edits and documentation requirements, one class a rule.
@NullMarked
package dev.superbill.rule;

import org.jspecify.annotations.NullMarked;
