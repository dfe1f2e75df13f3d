/// The interface as records and bytes: what every door reads and answers, and the one place where a
/// call becomes an answer.
@NullMarked
package dev.superbill.adapter.wire;

import org.jspecify.annotations.NullMarked;
