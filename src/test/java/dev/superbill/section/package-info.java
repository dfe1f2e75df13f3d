@NullMarked
package dev.superbill.section;

import org.jspecify.annotations.NullMarked;
