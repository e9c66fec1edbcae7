import type { StartAction, ToPage } from '../../shared/protocol/messages';
import type { PageContext } from '../context';
import { el } from '../el';
import { fileSize } from '../number';
import { button, lineButton, nameOf } from '../parts';

/** Nothing is inspected yet: teaches the three ways to start. */
export function emptyState(context: PageContext): HTMLElement {
  const start = (action: StartAction) => () => context.post({ type: 'start', action });
  return el(
    'main',
    { class: 'state' },
    el('h1', {}, 'See how wrong the predictions are'),
    el('p', {}, 'Three ways to start:'),
    el(
      'ol',
      { class: 'ways' },
      way(
        'Select arrays',
        'Select predictions and true values in the editor, or a list of errors, and run Inspect Loss of Selection.',
        button('primary', 'Inspect Loss of Selection', start('selection')),
      ),
      way(
        'Right-click a data file',
        'CSV, TSV, JSON, NumPy or Parquet in the explorer: choose Inspect Loss.',
        button('secondary', 'Choose a File', start('file')),
      ),
      way(
        'Open a sample',
        'Small files that show what a report says.',
        button('secondary', 'Open a Sample', start('sample')),
      ),
    ),
    el('p', { class: 'quiet' }, 'Your files stay where they are and are never changed.'),
  );
}

function way(title: string, text: string, action: HTMLElement): HTMLElement {
  return el('li', {}, el('h2', {}, title), el('p', { class: 'quiet' }, text), action);
}

/** A file too large to be read without being asked. */
export function waitingState(context: PageContext, name: string, bytes: number): HTMLElement {
  return el(
    'main',
    { class: 'state' },
    el('h1', {}, nameOf(name)),
    el('p', {}, `This file has ${fileSize(bytes)}. It is read when you ask for it.`),
    button('primary', 'Read the File', () => context.post({ type: 'start', action: 'load' })),
  );
}

/** A file is being read and nothing is known of it yet. */
export function loadingState(name: string, progress: HTMLElement): HTMLElement {
  return el('main', { class: 'state' }, el('h1', {}, nameOf(name)), progress);
}

type Problem = Extract<ToPage, { type: 'problem' }>;

/** What went wrong, and what can be done next. */
export function problemState(context: PageContext, problem: Problem): HTMLElement {
  return el(
    'main',
    { class: 'state' },
    el('h1', {}, 'Nothing to show yet'),
    problemBox(context, problem),
  );
}

/** The sentence with its buttons; `dismiss` adds one that takes the box away. */
export function problemBox(
  context: PageContext,
  problem: Problem,
  dismiss?: () => void,
): HTMLElement {
  const actions = problem.actions ?? [];
  const { line, source } = problem;
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', {}, problem.text),
    el(
      'div',
      { class: 'buttons' },
      line !== undefined && lineButton(context, line, `line ${line}`, source),
      ...actions.map(({ label, action }, i) =>
        button(i === 0 ? 'primary' : 'secondary', label, () =>
          context.post({ type: 'start', action }),
        ),
      ),
      dismiss !== undefined && button('secondary', 'Dismiss', dismiss),
    ),
  );
}
