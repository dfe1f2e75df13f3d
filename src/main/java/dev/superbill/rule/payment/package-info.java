/// Payment rules of the Medicare Physician Fee Schedule: global surgery, components, sides, several
/// procedures, assistants and teams, status.
@NullMarked
package dev.superbill.rule.payment;

import org.jspecify.annotations.NullMarked;
