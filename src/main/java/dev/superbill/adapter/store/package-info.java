/// Where knowledge, records and answers are kept: the embedded code sets and the build step that
/// compiles them.
@NullMarked
package dev.superbill.adapter.store;

import org.jspecify.annotations.NullMarked;
