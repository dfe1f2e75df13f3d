/// The workbench as a person sees it: each of its flows in a real browser, on the packaged artifact
/// with a store of its own.
@NullMarked
package dev.superbill.browser;

import org.jspecify.annotations.NullMarked;
