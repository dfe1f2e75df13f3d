/// The wiring: which door a process opens, and what is put together behind it.
@NullMarked
package dev.superbill.adapter.quarkus;

import org.jspecify.annotations.NullMarked;
