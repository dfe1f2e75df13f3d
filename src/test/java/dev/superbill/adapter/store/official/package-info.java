@NullMarked
package dev.superbill.adapter.store.official;

import org.jspecify.annotations.NullMarked;
