/// Tools that training runs on the engine itself, so that a model is fitted on what the engine
/// computes.
@NullMarked
package dev.superbill.adapter.training;

import org.jspecify.annotations.NullMarked;
