import type { Mark, Panel } from '../../shared/figure';

/** One entry for each mark that has a name of its own and goes with no other. */
export function legendMarks(panels: readonly Panel[]): readonly Mark[] {
  const marks = panels.flatMap(panel => (panel.kind === 'plot' ? panel.marks : []));
  const named = marks.filter(
    mark =>
      mark.of === undefined && mark.name !== '' && mark.kind !== 'region' && mark.kind !== 'rule',
  );
  return named.filter((mark, i) => named.findIndex(other => other.name === mark.name) === i);
}
