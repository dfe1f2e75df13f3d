/// Evaluation and management: the family and the level that a visit note supports.
@NullMarked
package dev.superbill.visit;

import org.jspecify.annotations.NullMarked;
