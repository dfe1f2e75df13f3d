@NullMarked
package dev.superbill.audit;

import org.jspecify.annotations.NullMarked;
