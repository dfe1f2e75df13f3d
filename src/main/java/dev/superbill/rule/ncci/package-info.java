/// National Correct Coding Initiative edits: procedure-to-procedure, medically unlikely, add-on.
@NullMarked
package dev.superbill.rule.ncci;

import org.jspecify.annotations.NullMarked;
