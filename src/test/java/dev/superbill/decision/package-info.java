@NullMarked
package dev.superbill.decision;

import org.jspecify.annotations.NullMarked;
