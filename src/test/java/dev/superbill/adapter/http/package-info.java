@NullMarked
package dev.superbill.adapter.http;

import org.jspecify.annotations.NullMarked;
