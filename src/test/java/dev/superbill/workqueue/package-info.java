@NullMarked
package dev.superbill.workqueue;

import org.jspecify.annotations.NullMarked;
