/// Proposes codes: looked up from mentions, predicted from the classification, merged once.
@NullMarked
package dev.superbill.candidate;

import org.jspecify.annotations.NullMarked;
