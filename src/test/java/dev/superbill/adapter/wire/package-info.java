@NullMarked
package dev.superbill.adapter.wire;

import org.jspecify.annotations.NullMarked;
