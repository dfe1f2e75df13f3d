/// What the note must document for a line to stand.
@NullMarked
package dev.superbill.rule.documentation;

import org.jspecify.annotations.NullMarked;
