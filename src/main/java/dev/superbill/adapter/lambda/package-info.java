/// The Lambda door: one handler for every kind of event that reaches the function.
@NullMarked
package dev.superbill.adapter.lambda;

import org.jspecify.annotations.NullMarked;
