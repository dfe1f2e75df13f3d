@NullMarked
package dev.superbill.adapter.lambda;

import org.jspecify.annotations.NullMarked;
