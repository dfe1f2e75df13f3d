/// The packaged artifact, jar or native binary, as a user meets it.
@NullMarked
package dev.superbill.packaged;

import org.jspecify.annotations.NullMarked;
