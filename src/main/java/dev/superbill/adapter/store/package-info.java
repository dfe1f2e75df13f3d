/// Files that the engine reads and writes: results, the audit trail.
@NullMarked
package dev.superbill.adapter.store;

import org.jspecify.annotations.NullMarked;
