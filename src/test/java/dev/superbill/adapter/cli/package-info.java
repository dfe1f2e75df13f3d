@NullMarked
package dev.superbill.adapter.cli;

import org.jspecify.annotations.NullMarked;
