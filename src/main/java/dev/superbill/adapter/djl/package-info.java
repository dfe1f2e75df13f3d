/// The note classifier: a transformer that DJL's PyTorch engine runs on the processor.
@NullMarked
package dev.superbill.adapter.djl;

import org.jspecify.annotations.NullMarked;
