@NullMarked
package dev.superbill;

import org.jspecify.annotations.NullMarked;
