import type { LossReport, Skipped, Source } from '../../core/lossReport';
import type { Doubt } from '../../core/roleChoices';
import type { Inspection, Progress } from '../../protocol/inspection';
import type { PageContext } from '../context';
import { type Child, el } from '../el';
import { counted, fileSize } from '../number';
import { button, disclosure, lineButtons, nameOf } from '../parts';
import { progressBox } from '../states/states';
import { shortened } from '../visible';
import { rolesForm } from './rolesForm';
import { taskNames } from './taskNames';

export interface HeaderView {
  readonly inspection: Inspection;
  readonly stale: boolean;
  readonly progress: { readonly name: string; readonly progress: Progress } | undefined;
  /** What was read to follow the files since the last report. */
  readonly bytesRead: number | undefined;
}

/** What was read: sources, rows, what was left out, what each column is for. */
export function header(context: PageContext, view: HeaderView): HTMLElement {
  const { inspection, stale, progress, bytesRead } = view;
  const { report } = inspection;
  return el(
    'header',
    {},
    el('h1', {}, ...sourceNames(report.sources)),
    el('p', { class: 'facts', 'data-bytes-read': bytesRead }, ...sourceFacts(report)),
    stale && staleBox(context),
    report.partial !== undefined && partialBox(context, report, progress),
    inspection.doubt !== null && doubtBox(context, inspection.doubt),
    el('p', { class: 'reason' }, withShortNames(inspection.reason)),
    el(
      'div',
      { class: 'disclosures' },
      skippedBox(context, report),
      inspection.columns.length > 0 && rolesBox(context, inspection),
    ),
  );
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

function partialBox(
  context: PageContext,
  report: LossReport,
  progress: HeaderView['progress'],
): HTMLElement {
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
    progress !== undefined && progressBox(context, progress.name, progress.progress),
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
