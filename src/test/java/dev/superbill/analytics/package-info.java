@NullMarked
package dev.superbill.analytics;

import org.jspecify.annotations.NullMarked;
