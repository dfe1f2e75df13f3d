@NullMarked
package dev.superbill.adapter.store.trail;

import org.jspecify.annotations.NullMarked;
