import { columnNamed } from '../../readers/table';
import { isNumeric } from '../guess/candidate';
import { medians } from '../guess/models/regressors';
import type { FileSide } from './fileSide';

/** Beside quantile forecasts a column of texts called `target` names what was measured; numbers are the target. */
export function besideForecasts(sides: readonly FileSide[]): readonly FileSide[] {
  if (sides.every(({ survey }) => medians(survey).length === 0)) return sides;
  return sides.map(side => (namesItsTarget(side) ? withValues(side) : side));
}

function namesItsTarget({ table, target }: FileSide): boolean {
  const kind = target === null ? undefined : columnNamed(table, target)?.kind;
  return kind === 'label' || kind === 'text';
}

function withValues(side: FileSide): FileSide {
  const values = side.survey.candidates.filter(one => isNumeric(one) && one.column.kind !== 'time');
  const predictions = values.map(({ name }) => name);
  return { ...side, side: 'unknown', target: null, strength: 0, predictions, named: false };
}
