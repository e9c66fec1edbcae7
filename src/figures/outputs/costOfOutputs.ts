import { definitionOf } from '../../core/catalogue/catalogue';
import type { Figure, Mark } from '../../shared/figure';
import type { ModelReport } from '../../shared/lossReport';
import { titleOf } from '../../shared/lossRows';
import { type OutputCost, type OutputCosts, outputCosts } from '../../shared/outputCosts';
import { percent, significant } from '../../shared/text';
import type { OutputsFigure } from '../figureDefinition';

const title = 'Loss by output';
/** Outputs beyond this many are told in the table alone. */
const mostDrawn = 24;

/** What each of several outputs costs each model, the costliest first. */
export const costOfOutputs: OutputsFigure = {
  title,
  about: 'Which of the outputs cost the most.',
  applies: reports => outputCosts(reports).metric !== null,
  build,
};

function build(reports: readonly ModelReport[]): Figure {
  const costs = outputCosts(reports);
  const name = costs.metric === null ? 'loss' : definitionOf(costs.metric).name;
  const drawn = costs.rows.slice(0, mostDrawn);
  return {
    id: 'outputs',
    title,
    reading: reading(costs, name),
    controls: [],
    panels: [
      {
        kind: 'plot',
        x: { label: 'output', scale: 'linear', categories: drawn.map(({ output }) => output) },
        y: { label: name, scale: 'linear', min: 0 },
        marks: costs.models.map((model, m) => mark(titleOf(model), m, drawn)),
      },
    ],
    table: {
      caption: `${name} of every output, the costliest first`,
      columns: [
        { label: 'output', numeric: false },
        ...costs.models.map(model => ({ label: titleOf(model), numeric: true })),
        { label: 'share', numeric: true },
      ],
      rows: costs.rows.map(({ output, values, share }) => ({
        cells: [output, ...values.map(value => value ?? null), share],
      })),
    },
  };
}

/** Bars of the first model, points of the others. */
function mark(name: string, index: number, rows: readonly OutputCost[]): Mark {
  const known = rows.flatMap(({ values }, x) => {
    const value = values[index];
    return value === undefined || !Number.isFinite(value) ? [] : [{ x, value }];
  });
  if (index > 0) {
    return {
      kind: 'points',
      name,
      tone: { series: index },
      shape: 'diamond',
      x: Float64Array.from(known, ({ x }) => x),
      y: Float64Array.from(known, ({ value }) => value),
    };
  }
  const heights = new Float64Array(rows.length);
  for (const { x, value } of known) heights[x] = value;
  const edges = Float64Array.from({ length: rows.length + 1 }, (_, i) => i - 0.5);
  return { kind: 'bars', name, tone: { series: 0 }, edges, heights };
}

function reading({ rows }: OutputCosts, name: string): string {
  const [first] = rows;
  if (first === undefined) return 'There are no outputs.';
  const left =
    rows.length > mostDrawn ? ` The ${mostDrawn} costliest of ${rows.length} are drawn.` : '';
  const value = first.values.find(one => one !== undefined);
  const costs = value === undefined ? '' : ` with a ${name} of ${significant(value, 4)}`;
  const share = first.share === null ? '' : `, ${percent(first.share)} of the sum over all outputs`;
  return `"${first.output}" costs the most${costs}${share}.${left}`;
}
