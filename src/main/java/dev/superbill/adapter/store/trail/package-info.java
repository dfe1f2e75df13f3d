/// Keeps the audit trail and the texts of notes: in SQLite, or in DynamoDB.
@NullMarked
package dev.superbill.adapter.store.trail;

import org.jspecify.annotations.NullMarked;
