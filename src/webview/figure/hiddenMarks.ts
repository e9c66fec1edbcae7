import type { Figure, Plot } from '../../shared/figure';

/** The panels of a figure that have axes. */
export function plotsOf(figure: Figure | undefined): readonly Plot[] {
  return (figure?.panels ?? []).filter(panel => panel.kind === 'plot');
}

/** Names of the marks that are called so or go with one that is. */
export function hiddenMarks(
  figure: Figure | undefined,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const marks = plotsOf(figure).flatMap(plot => plot.marks);
  return new Set(marks.filter(({ name, of = name }) => names.has(of)).map(({ name }) => name));
}
