import type { LossReport, Skipped, Source } from '../../shared/lossReport';
import { shortened } from '../../shared/plainText';
import type { Inspection } from '../../shared/protocol/inspection';
import type { Doubt } from '../../shared/roleChoices';
import type { PageContext } from '../context';
import { type Child, el, refill } from '../el';
import { counted, fileSize } from '../number';
import { button, disclosure, lineButtons, nameOf } from '../parts';
import { rolesForm } from './rolesForm';
import { taskNames } from './taskNames';

export interface HeaderView {
  readonly inspection: Inspection;
  readonly stale: boolean;
  /** How far the reading is. */
  readonly progress: HTMLElement;
  /** What was read to follow the files since the last report. */
  readonly bytesRead: number | undefined;
}

/** What was read: sources, rows, what was left out, what each column is for. */
export class Header {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #top = el('div');
  readonly #skipped = el('div');
  readonly #roles = el('div');
  #rolesKey = '';

  constructor(context: PageContext) {
    this.#context = context;
    const below = el('div', { class: 'disclosures' }, this.#skipped, this.#roles);
    this.element = el('header', {}, this.#top, below);
  }

  show({ inspection, stale, progress, bytesRead }: HeaderView): void {
    const context = this.#context;
    const { report } = inspection;
    refill(
      this.#top,
      el('h1', {}, ...sourceNames(report.sources)),
      el('p', { class: 'facts', 'data-bytes-read': bytesRead }, ...sourceFacts(report)),
      stale && staleBox(context),
      report.partial !== undefined && partialBox(context, report, progress),
      inspection.doubt !== null && doubtBox(context, inspection.doubt),
      el('p', { class: 'reason' }, withShortNames(inspection.reason)),
    );
    refill(this.#skipped, skippedBox(context, report));
    this.#showRoles(inspection);
  }

  /** A list of roles that is open stays open while reports come in that say the same of them. */
  #showRoles(inspection: Inspection): void {
    const { columns, choices, report } = inspection;
    const series = report.runs.map(({ x, series }) => [x, ...series.map(({ name }) => name)]);
    const of = this.#context.memory.state.key;
    const key = JSON.stringify([of, columns, choices, report.task, report.roles, series]);
    if (key === this.#rolesKey) return;
    this.#rolesKey = key;
    refill(this.#roles, columns.length > 0 && rolesBox(this.#context, inspection));
  }
}

/** A sentence whose quoted column names may be as long as a line of a file. */
function withShortNames(text: string): string {
  return text.replace(/"([^"]*)"/g, (_, name: string) => `"${shortened(name, 60)}"`);
}

const mostSources = 4;

function sourceNames(sources: readonly Source[]): readonly Child[] {
  const names = sources
    .slice(0, mostSources)
    .flatMap((source, i) => [i > 0 && ', ', nameOf(source.name)]);
  const left = sources.length - mostSources;
  return left > 0 ? [...names, el('span', { class: 'quiet' }, ` and ${left} more`)] : names;
}

function sourceFacts(report: LossReport): readonly Child[] {
  const { sources } = report;
  const rows = report.partial?.rows ?? sources.reduce((sum, source) => sum + source.rows, 0);
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const facts = [
    counted(rows, 'row'),
    [...new Set(sources.map(source => source.format))].join(', '),
    ...(bytes > 0 ? [fileSize(bytes)] : []),
    taskNames[report.task],
  ];
  return [facts.filter(fact => fact !== '').join(' \u00b7 ')];
}

function staleBox(context: PageContext): HTMLElement {
  return el(
    'div',
    { class: 'notice warning', role: 'status' },
    el('p', {}, 'The file has changed since it was read.'),
    button('secondary', 'Read Again', () => context.post({ type: 'start', action: 'retry' }), {
      id: 'read-again',
    }),
  );
}

function partialBox(context: PageContext, report: LossReport, progress: HTMLElement): HTMLElement {
  const rows = counted(report.partial?.rows ?? 0, 'row');
  if (report.partial?.cancelled === true) {
    return el(
      'div',
      { class: 'notice warning', role: 'status' },
      el('p', {}, `Reading was stopped. Everything below is about the first ${rows}.`),
      button('secondary', 'Read All', () => context.post({ type: 'start', action: 'retry' }), {
        id: 'read-all',
      }),
    );
  }
  return el(
    'div',
    { class: 'notice', id: 'partial' },
    el('p', {}, `Still reading. Everything below is about the first ${rows}.`),
    progress,
  );
}

function skippedBox(
  context: PageContext,
  { skipped, models }: LossReport,
): HTMLElement | undefined {
  if (skipped.length === 0) return undefined;
  const most = 20;
  return disclosure(
    context,
    'skipped',
    [skippedText(skipped, models.length)],
    [
      el(
        'ul',
        { class: 'reasons' },
        ...skipped.slice(0, most).map(part => skippedReason(context, part)),
      ),
      skipped.length > most &&
        el('p', { class: 'quiet' }, `${skipped.length - most} more reasons left out.`),
    ],
  );
}

/** Several models may skip the same row: only what all of them skip is counted then. */
export function skippedText(skipped: readonly Skipped[], models: number): string {
  const forAll = skipped.filter(part => models < 2 || part.model === null);
  const more = forAll.length > 0 ? ', more' : '';
  const whom = forAll.length < skipped.length ? `${more} for some models` : '';
  const count = (more ? forAll : skipped).reduce((sum, part) => sum + part.count, 0);
  return `${counted(count, 'row')} skipped${whom}`;
}

function skippedReason(context: PageContext, part: Skipped): HTMLElement {
  return el(
    'li',
    {},
    `${part.reason}: ${counted(part.count, 'row')}`,
    ...(part.model === null ? [] : [', ', nameOf(part.model)]),
    part.lines.length > 0 && ',',
    ...lineButtons(context, part.lines),
  );
}

/** A question the columns cannot answer; the reading that was taken is the pressed one. */
function doubtBox(context: PageContext, doubt: Doubt): HTMLElement {
  return el(
    'div',
    { class: 'notice doubt', role: 'group', 'aria-label': doubt.question },
    el('p', {}, doubt.question),
    el(
      'div',
      { class: 'buttons' },
      ...doubt.options.map((option, i) =>
        button(
          'secondary',
          option.label,
          () => context.post({ type: 'configure', choices: option.choices }),
          {
            'aria-pressed': String(i === 0),
            id: `doubt-${i}`,
          },
        ),
      ),
    ),
  );
}

function rolesBox(context: PageContext, inspection: Inspection): HTMLElement {
  return disclosure(context, 'roles', ['Change roles'], [rolesForm(context, inspection)]);
}
