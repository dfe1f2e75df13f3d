/// Load on a deployed endpoint or a local server: how it answers when it must start, and when it
/// has started.
@NullMarked
package dev.superbill.load;

import org.jspecify.annotations.NullMarked;
