@NullMarked
package dev.superbill.adapter.quarkus;

import org.jspecify.annotations.NullMarked;
