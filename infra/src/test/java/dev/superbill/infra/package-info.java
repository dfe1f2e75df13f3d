/// What the deployment promises, asserted on the templates that it synthesises.
@NullMarked
package dev.superbill.infra;

import org.jspecify.annotations.NullMarked;
