/// Figures of cases: agreement, overrides, reliability, time, denials, and what drifts.
@NullMarked
package dev.superbill.analytics;

import org.jspecify.annotations.NullMarked;
