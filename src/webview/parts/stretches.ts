/** Neighbouring lines folded together, ascending. */
export function stretches(lines: readonly number[]): readonly { from: number; to: number }[] {
  const folded: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = folded.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else folded.push({ from: line, to: line });
  }
  return folded;
}
