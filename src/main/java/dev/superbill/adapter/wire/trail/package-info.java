/// What the interface remembers: answers and decisions as records of the trail, and the desk at
/// which people work on them.
@NullMarked
package dev.superbill.adapter.wire.trail;

import org.jspecify.annotations.NullMarked;
