@NullMarked
package dev.superbill.candidate;

import org.jspecify.annotations.NullMarked;
