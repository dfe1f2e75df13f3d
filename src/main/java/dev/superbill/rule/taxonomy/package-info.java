/// Services of software, by CPT Appendix S: which of their codes belong together, and what a note
/// documents without one.
@NullMarked
package dev.superbill.rule.taxonomy;

import org.jspecify.annotations.NullMarked;
