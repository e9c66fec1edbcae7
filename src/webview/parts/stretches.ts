export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Index of the source that the lines are of. */
  readonly source: number;
}

/** Neighbouring lines of one source folded together, ascending. */
export function stretches(
  lines: readonly number[],
  sources: readonly number[] = [],
): readonly Stretch[] {
  const places = lines.map((line, i) => ({ line, source: sources[i] ?? 0 }));
  const folded: { from: number; to: number; source: number }[] = [];
  for (const { line, source } of places.sort((a, b) => a.source - b.source || a.line - b.line)) {
    const last = folded.at(-1);
    const isNext = last?.source === source && line <= last.to + 1;
    if (last !== undefined && isNext) last.to = line;
    else folded.push({ from: line, to: line, source });
  }
  return folded;
}
