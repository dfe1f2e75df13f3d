@NullMarked
package dev.superbill.adapter.wire.trail;

import org.jspecify.annotations.NullMarked;
