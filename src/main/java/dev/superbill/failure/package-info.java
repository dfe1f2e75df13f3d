/// The categories of failure, and the one exception that carries them.
@NullMarked
package dev.superbill.failure;

import org.jspecify.annotations.NullMarked;
