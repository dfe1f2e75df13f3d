/// What people do with answers: cases waiting for a coder, decisions line by line, signed claims,
/// denials.
@NullMarked
package dev.superbill.workqueue;

import org.jspecify.annotations.NullMarked;
