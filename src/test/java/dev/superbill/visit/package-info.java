@NullMarked
package dev.superbill.visit;

import org.jspecify.annotations.NullMarked;
