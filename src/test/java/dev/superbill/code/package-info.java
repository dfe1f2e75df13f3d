@NullMarked
package dev.superbill.code;

import org.jspecify.annotations.NullMarked;
