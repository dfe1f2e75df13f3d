@NullMarked
package dev.superbill.evaluation;

import org.jspecify.annotations.NullMarked;
