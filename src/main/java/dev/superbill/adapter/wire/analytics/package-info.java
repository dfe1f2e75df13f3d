/// The figures as the interface answers them: JSON, and the same as CSV.
@NullMarked
package dev.superbill.adapter.wire.analytics;

import org.jspecify.annotations.NullMarked;
