@NullMarked
package dev.superbill.note;

import org.jspecify.annotations.NullMarked;
