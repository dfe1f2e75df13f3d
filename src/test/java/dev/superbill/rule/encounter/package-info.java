@NullMarked
package dev.superbill.rule.encounter;

import org.jspecify.annotations.NullMarked;
