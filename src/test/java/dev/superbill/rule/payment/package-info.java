@NullMarked
package dev.superbill.rule.payment;

import org.jspecify.annotations.NullMarked;
