/// What payers and Medicare's determinations say of a service.
@NullMarked
package dev.superbill.rule.coverage;

import org.jspecify.annotations.NullMarked;
