/// The coder's workbench: pages rendered here, for a browser that needs nothing but this server.
@NullMarked
package dev.superbill.adapter.workbench;

import org.jspecify.annotations.NullMarked;
