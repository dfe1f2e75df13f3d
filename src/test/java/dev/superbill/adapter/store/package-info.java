@NullMarked
package dev.superbill.adapter.store;

import org.jspecify.annotations.NullMarked;
