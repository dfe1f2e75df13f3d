/// What the engine reads and writes outside itself: the embedded code sets and the build step that
/// compiles them, results, the audit trail.
@NullMarked
package dev.superbill.adapter.store;

import org.jspecify.annotations.NullMarked;
