@NullMarked
package dev.superbill.adapter;

import org.jspecify.annotations.NullMarked;
