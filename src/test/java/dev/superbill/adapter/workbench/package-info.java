/// Tests of the workbench.
@NullMarked
package dev.superbill.adapter.workbench;

import org.jspecify.annotations.NullMarked;
