@NullMarked
package dev.superbill.mention;

import org.jspecify.annotations.NullMarked;
