/// Tests of the note classifier, against the model that ships.
@NullMarked
package dev.superbill.adapter.djl;

import org.jspecify.annotations.NullMarked;
