import { fewRows } from '../../shared/headline';
import type { ModelReport } from '../../shared/lossReport';
import { percent, readable } from '../../shared/text';
import { modelTitle } from '../modelTitle';
import { rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { constantOf, type Perspective } from './perspectives';
import { tileOf } from './tile';
import { type WorkedExample, workedExample } from './workedExample';

/** How wrong a single model is, in the unit of its data, and which rows make it so. */
export function oneModel(
  model: ModelSamples,
  report: ModelReport,
  perspectives: readonly Perspective[],
): WorkedExample {
  if (model.n <= fewRows) return workedExample(model);
  const isNumbers = model.task === 'regression' || model.task === 'errors';
  return isNumbers ? ofNumbers(model, report) : ofClasses(model, report, perspectives);
}

function ofNumbers(model: ModelSamples, report: ModelReport): WorkedExample {
  const { mae, medae } = report.values;
  if (mae === undefined) return { text: `${modelTitle(model)} has no typical error.`, detail: '' };
  const against = tileOf(report, { metric: 'mae', name: 'typical error' })?.against ?? '';
  const rest = against === '' ? '' : `, ${against}`;
  const half = medae === undefined ? '' : `Half of the rows are within ${readable(medae)}.`;
  return {
    text: `${modelTitle(model)} is ${readable(mae)} off on average${rest}.`,
    detail: `${half} ${worstText(model, report, 'squared error', report.values.mse)}`.trim(),
  };
}

function ofClasses(
  model: ModelSamples,
  report: ModelReport,
  [main]: readonly Perspective[],
): WorkedExample {
  const { accuracy } = report.values;
  const right =
    accuracy === undefined ? 'has no accuracy' : `is right on ${percent(accuracy)} of the rows`;
  const tile = main === undefined ? null : tileOf(report, main);
  const text = `${modelTitle(model)} ${right}`;
  if (tile === null || tile.against === '') return { text: `${text}.`, detail: '' };
  if (tile.metric === 'accuracy') return { text: `${text}, ${tile.against}.`, detail: '' };
  const base = report.baseline?.accuracy;
  const always =
    base === undefined
      ? ''
      : `Always guessing ${constantOf('accuracy')} would be right on ${percent(base)}.`;
  const worst = worstText(model, report, 'log loss', report.values.log_loss);
  return {
    text: `${text}; its log loss, ${readable(tile.value)}, is ${tile.against}.`,
    detail: `${always} ${worst}`.trim(),
  };
}

/** One in twenty rows, at most ten. */
const worstShare = 20;

/** What the worst rows make of the loss by which the report ranks them. */
function worstText(
  model: ModelSamples,
  { worst, n }: ModelReport,
  name: string,
  mean: number | undefined,
): string {
  const count = Math.min(worst.length, 10, Math.floor(n / worstShare));
  const isRanked = rankingMetric(model) !== 'zero_one' && model.weight === undefined;
  if (count === 0 || !isRanked || mean === undefined || !Number.isFinite(mean * n)) return '';
  const sum = worst.slice(0, count).reduce((total, row) => total + row.loss, 0);
  const share = sum / (mean * n);
  if (!(share > 0)) return '';
  const rows = count === 1 ? 'The worst row makes' : `The ${count} worst of ${n} rows make`;
  return `${rows} ${percent(share, 0)} of its ${name}.`;
}
