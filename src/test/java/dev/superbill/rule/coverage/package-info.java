/// Tests of the rules of the package of the same name.
@NullMarked
package dev.superbill.rule.coverage;

import org.jspecify.annotations.NullMarked;
