import type { ModelReport } from '../../shared/lossReport';
import type { MetricInfo } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { type Child, el, refill } from '../el';
import { button, capital, nameOf, sentence } from '../parts';
import { directions } from './directions';
import { formula } from './formula';
import { titleOf } from './lossRows';

/** What a loss is: its formula, its convention, who prints the same number, and code that computes it. */
export function lossDetails(
  context: PageContext,
  metric: MetricInfo,
  models: readonly ModelReport[],
): HTMLElement {
  const notes = models.flatMap(model => {
    const note = model.notes?.[metric.id];
    return note === undefined
      ? []
      : [el('p', { class: 'quiet' }, nameOf(titleOf(model)), ': ', ...sentence(context, note))];
  });
  const code = el('div', { class: 'code' });
  const [model] = models;
  return el(
    'div',
    { class: 'loss-details' },
    formula(metric.mathml, metric.formula),
    el('p', {}, metric.note),
    ...notes.slice(0, 4),
    el(
      'p',
      { class: 'quiet' },
      `${capital(directions[metric.direction].text)}. Range ${metric.range}. `,
      `Same number as ${metric.source}.`,
    ),
    model !== undefined &&
      button('quiet', 'Show as code', () => void showCode(context, metric, model, code)),
    code,
  );
}

async function showCode(
  context: PageContext,
  metric: MetricInfo,
  model: ModelReport,
  box: HTMLElement,
): Promise<void> {
  try {
    const answer = await context.ask({
      kind: 'code',
      metric: metric.id,
      model: model.name,
      split: model.split,
    });
    if (answer?.kind === 'code') refill(box, ...answer.lines.map(line => codeBlock(context, line)));
  } catch (problem) {
    refill(
      box,
      el('p', {}, problem instanceof Error ? problem.message : 'There is no code for this loss.'),
    );
  }
}

function codeBlock(
  context: PageContext,
  line: { readonly library: string; readonly code: string },
): Child {
  return el(
    'div',
    { class: 'code-block' },
    el('span', { class: 'quiet' }, line.library),
    el('pre', { tabindex: 0 }, el('code', {}, line.code)),
    button('quiet', 'Copy', () => context.post({ type: 'copy', text: line.code }), {
      'aria-label': `Copy the ${line.library} code`,
    }),
  );
}
