import { memoOf } from '../../core/memo/memoOf';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { Gain } from '../../core/remedy/crossFit';
import { type Gains, gainsOf } from '../../core/remedy/gains';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Control, DataTable, Figure, Mark, Plot } from '../../shared/figure';
import { listed, percent, plural, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';

const title = 'What could be won';

/** What simple changes of the outputs would take away from the loss, judged on rows they were not fitted to. */
export const won: PredictionFigure = {
  title,
  about:
    'What a shift, a rescaling, a temperature or another threshold would take away from the loss.',
  applies: data => modelsWith(data, mayWin).length > 0,
  build: (data, options) => {
    const { model, controls } = modelChoice(data, options, mayWin);
    const found = memoOf(model).get('gains', () => gainsOf(model));
    const gains = 'gains' in found ? found.gains : [];
    return {
      id: 'won',
      title,
      reading: `${modelTitle(model)}: ${reading(found, model)}`,
      controls: [...controls, ...gains.filter(isWon).map(copyControl)],
      panels: gains.length < 2 ? [] : [plot(gains)],
      table: table(gains),
    } satisfies Figure;
  },
};

function mayWin(model: ModelSamples): model is ModelSamples {
  if (model.task === 'binary') return model.probability !== undefined || model.margin !== undefined;
  if (model.task !== 'multiclass') return true;
  return model.probabilities !== undefined || model.logits !== undefined;
}

function isWon({ low }: Gain): boolean {
  return low > 0;
}

/** Shares of the loss as it is. */
function shares({ before, won: gained, low, high }: Gain) {
  return { won: gained / before, low: low / before, high: high / before };
}

function copyControl({ remedy, fitted }: Gain): Control {
  return { kind: 'copy', id: `copy-${remedy.id}`, label: `Copy ${remedy.name}`, text: fitted.code };
}

function plot(gains: readonly Gain[]): Plot {
  const drawn = gains.filter(({ before }) => before > 0);
  const points = (wanted: boolean, name: string): readonly Mark[] => {
    const some = drawn.filter(gain => isWon(gain) === wanted);
    if (some.length === 0) return [];
    const of = (key: 'won' | 'low' | 'high') => Float64Array.from(some, gain => shares(gain)[key]);
    return [
      {
        kind: 'points',
        name,
        tone: { meaning: wanted ? 'good' : 'neutral' },
        shape: wanted ? 'diamond' : 'circle',
        x: Float64Array.from(some, gain => gains.indexOf(gain)),
        y: of('won'),
        low: of('low'),
        high: of('high'),
        labels: some.map(({ remedy, fitted }) => `${remedy.loss}: ${fitted.text}`),
      },
    ];
  };
  return {
    kind: 'plot',
    x: {
      label: 'what is done',
      scale: 'linear',
      min: -0.5,
      max: gains.length - 0.5,
      categories: gains.map(({ remedy }) => remedy.name.replace(/^an? /, '')),
    },
    y: { label: 'share of its loss that is taken away', scale: 'linear' },
    marks: [
      { kind: 'rule', name: 'nothing', tone: { meaning: 'neutral' }, along: 'y', value: 0 },
      ...points(true, 'takes loss away'),
      ...points(false, 'not told from nothing'),
    ],
  };
}

function reading(found: Gains, { n }: ModelSamples): string {
  if ('none' in found) return `${found.none}.`;
  const { gains, rows } = found;
  if (gains.length === 0) return 'no loss of these outputs is finite, so nothing can be compared.';
  const some = rows < n ? ` Fitted and judged on ${plural(rows, 'evenly spread row')}.` : '';
  const best = gains.filter(isWon).toSorted((a, b) => shares(b).won - shares(a).won);
  if (best.length === 0) {
    const names = listed(gains.map(({ remedy }) => remedy.name)).replace(/ and (?=[^,]*$)/, ' or ');
    return `nothing is to be won by ${names}, as far as these rows tell.${some}`;
  }
  const sentences = best.map(gain => {
    const { remedy, fitted } = gain;
    const { won: share, low, high } = shares(gain);
    return `${percent(share)} of the ${remedy.loss} (${percent(low)} to ${percent(high)}) by ${remedy.name}: ${fitted.text}`;
  });
  return `to be won on rows that were not fitted to: ${sentences.join('; ')}.${some}`;
}

function table(gains: readonly Gain[]): DataTable {
  const numeric = ['before', 'after', 'won', 'low', 'high'];
  return {
    caption: 'Losses before and after, each row judged by what was fitted to the other rows',
    columns: ['what is done', 'loss', ...numeric, 'code'].map(label => ({
      label,
      numeric: numeric.includes(label),
    })),
    rows: gains.map(({ remedy, fitted, before, after, won: gained, low, high }) => ({
      cells: [
        `${remedy.name}: ${fitted.text}`,
        remedy.loss,
        ...[before, after, gained, low, high].map(value => Number(significant(value, 10))),
        fitted.code,
      ],
    })),
  };
}
