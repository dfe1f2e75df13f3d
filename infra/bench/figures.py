"""Quantiles and tables."""

from __future__ import annotations

import math
from typing import Sequence


def quantile(values: Sequence[float], q: float) -> float:
    """The value that a share `q` of the values does not exceed, linear between neighbours (as numpy's default)."""
    if not values:
        raise ValueError("there is no quantile of nothing")
    if not 0 <= q <= 1:
        raise ValueError("a quantile is within 0 and 1")
    ordered = sorted(values)
    place = q * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, p10 and p90."""
    return {"p10": quantile(values, 0.1), "p50": quantile(values, 0.5), "p90": quantile(values, 0.9), "n": len(values)}


def short(value: float | None) -> str:
    """Three digits that count, or a dash for nothing."""
    if value is None or math.isnan(value):
        return "–"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def spread(values: Sequence[float]) -> str:
    """`median (p10–p90)`."""
    if not values:
        return "–"
    of = summary(values)
    return f"{short(of['p50'])} ({short(of['p10'])}–{short(of['p90'])})"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, its columns lined up: the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(row: Sequence[str]) -> str:
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        return "| " + " | ".join(cells) + " |"

    rule = "|" + "|".join("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":" for i, w in enumerate(widths)) + "|"
    return "\n".join([line(header), rule, *map(line, rows)])
