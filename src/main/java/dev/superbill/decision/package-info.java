/// Decides line by line: suggest, send for review, or withhold.
@NullMarked
package dev.superbill.decision;

import org.jspecify.annotations.NullMarked;
