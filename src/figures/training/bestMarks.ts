import { bestIndex } from '../../core/training/bestIndex';
import type { History } from '../../core/training/history';
import { judgedSeries } from '../../core/training/judgedSeries';
import type { Mark } from '../../shared/figure';
import { significant } from '../../shared/text';
import type { DrawnCurve } from './drawnCurve';
import { linesOf } from './linesOf';
import type { XChoice } from './xChoice';

/** What the rule at the best value is called, by what the curves are drawn over. */
const bestNames: Readonly<Record<XChoice['kind'], string>> = {
  epoch: 'best epoch',
  step: 'best step',
  row: 'best row',
  'relative-time': 'best',
  'wall-time': 'best',
  other: 'best',
};

/** The best value of each run's validation loss as a point, and as a rule when there is one run. */
export function bestMarks(
  histories: readonly History[],
  curves: readonly DrawnCurve[],
  { kind }: Pick<XChoice, 'kind'>,
): readonly Mark[] {
  return histories.flatMap((history, run) => {
    const judged = judgedSeries(history).validation;
    const curve = curves.find(one => one.run === run && one.series === judged);
    if (curve === undefined) return [];
    const best = bestIndex(curve.y, curve.series.direction);
    const x = curve.x[best]!;
    const y = curve.y[best]!;
    const point: Mark = {
      kind: 'points',
      name: histories.length > 1 ? `${history.name}: best` : `best ${curve.series.name}`,
      tone: { meaning: 'good' },
      shape: 'diamond',
      ...(histories.length > 1 ? { of: curve.name } : {}),
      x: Float64Array.of(x),
      y: Float64Array.of(y),
      ...(curve.rows === null ? {} : linesOf(Int32Array.of(curve.rows[best]!), curve.placeOf)),
      labels: [`${significant(y)} at ${significant(x, 10)}`],
    };
    const rule: Mark = {
      kind: 'rule',
      name: bestNames[kind],
      tone: { meaning: 'good' },
      along: 'x',
      value: x,
    };
    return histories.length > 1 ? [point] : [rule, point];
  });
}
