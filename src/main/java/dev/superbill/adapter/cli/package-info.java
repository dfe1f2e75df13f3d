/// The command line door: notes in files or on standard input, a table or JSON out.
@NullMarked
package dev.superbill.adapter.cli;

import org.jspecify.annotations.NullMarked;
