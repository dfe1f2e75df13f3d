package dev.superbill.note;

import dev.superbill.code.Code;
import java.time.LocalDate;

/// An earlier procedure whose global period may still run.
public record GlobalPeriod(Code code, LocalDate date) {}
