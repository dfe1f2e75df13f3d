/// Superbill on AWS: stacks of what is kept, of the network, of the function with its doors, and of
/// the queue for batches.
@NullMarked
package dev.superbill.infra;

import org.jspecify.annotations.NullMarked;
