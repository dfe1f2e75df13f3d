/// Measures what the pipeline answers against labelled notes: figures, intervals, confusions.
@NullMarked
package dev.superbill.evaluation;

import org.jspecify.annotations.NullMarked;
