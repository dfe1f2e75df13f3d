@NullMarked
package dev.superbill.rule.documentation;

import org.jspecify.annotations.NullMarked;
