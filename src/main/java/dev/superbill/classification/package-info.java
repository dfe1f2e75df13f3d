/// What kind of note this is: the port behind which the transformer runs.
@NullMarked
package dev.superbill.classification;

import org.jspecify.annotations.NullMarked;
