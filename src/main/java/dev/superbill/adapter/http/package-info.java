/// The HTTP door: resources that hand each call to the shared interface.
@NullMarked
package dev.superbill.adapter.http;

import org.jspecify.annotations.NullMarked;
