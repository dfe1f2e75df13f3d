/// Billing codes and modifiers as values: CPT, HCPCS Level II and ICD-10-CM.
@NullMarked
package dev.superbill.code;

import org.jspecify.annotations.NullMarked;
