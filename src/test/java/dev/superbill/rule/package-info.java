@NullMarked
package dev.superbill.rule;

import org.jspecify.annotations.NullMarked;
