/// Finds what a note mentions, where, and whether it is asserted to be so.
@NullMarked
package dev.superbill.mention;

import org.jspecify.annotations.NullMarked;
