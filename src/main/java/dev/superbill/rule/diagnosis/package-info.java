/// ICD-10-CM edits: completeness, exclusions, seventh characters, sides and order of diagnoses.
@NullMarked
package dev.superbill.rule.diagnosis;

import org.jspecify.annotations.NullMarked;
