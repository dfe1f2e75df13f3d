@NullMarked
package dev.superbill.adapter.wire.analytics;

import org.jspecify.annotations.NullMarked;
