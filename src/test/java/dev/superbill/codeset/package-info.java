@NullMarked
package dev.superbill.codeset;

import org.jspecify.annotations.NullMarked;
