@NullMarked
package dev.superbill.rule.ncci;

import org.jspecify.annotations.NullMarked;
