import { shortened, visible } from '../shared/plainText';
import type { PageContext } from './context';
import { type Attributes, type Child, el } from './el';
import { shown, whole } from './number';

/** A name from a file: kept apart from its surroundings, cut with an ellipsis, whole on hover. */
export function nameOf(text: string): HTMLElement {
  const title = text.length > 20 ? shortened(text, 2000) : undefined;
  return el('bdi', { class: 'name', title }, text === '' ? '(no name)' : shortened(text, 500));
}

/** `two classes` -> `Two classes` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A button in the workbench's manner: `primary`, `secondary` or `quiet`. */
export function button(
  kind: 'primary' | 'secondary' | 'quiet',
  label: string,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return el('button', { type: 'button', class: kind, onclick: act, ...attributes }, label);
}

/** A button that goes to a line of a source, the first one when none is given. */
export function lineButton(
  context: PageContext,
  line: number,
  label: string = String(line),
  source = 0,
): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'line',
      'data-line': line,
      'data-source': source,
      'aria-label': `Go to line ${label}`,
      onclick: () => context.post({ type: 'reveal', line, source }),
      onpointerenter: () => context.post({ type: 'mark', line, source }),
      onpointerleave: () => context.post({ type: 'mark', line: null }),
    },
    label,
  );
}

/** A row of a table that is about a line of the source; it is tinted while the editor's cursor stands there. */
export function lineRow(
  context: PageContext,
  line: number | null | undefined,
  source: number | undefined,
  ...cells: readonly Child[]
): HTMLTableRowElement {
  const cursor = context.cursor();
  const isAtCursor = line === cursor?.line && (source ?? 0) === cursor?.source;
  return el('tr', { class: isAtCursor ? 'at-cursor' : undefined }, ...cells);
}

/** `lines` with buttons for their stretches, `5`, `91-100`; at most `most`, then how many are left. */
export function lineButtons(
  context: PageContext,
  lines: readonly number[],
  most = 6,
): readonly Child[] {
  const all = stretches(lines);
  const shownOnes = all.slice(0, most);
  const left = all.slice(most).reduce((sum, s) => sum + s.to - s.from + 1, 0);
  if (all.length === 0) return [];
  return [
    el('span', { class: 'quiet' }, new Set(lines).size === 1 ? ' line ' : ' lines '),
    ...shownOnes.map(s =>
      lineButton(context, s.from, s.from === s.to ? String(s.from) : `${s.from}-${s.to}`),
    ),
    left > 0 && el('span', { class: 'quiet' }, ` and ${left} more`),
  ];
}

/** Neighbouring lines folded together, ascending. */
export function stretches(lines: readonly number[]): readonly { from: number; to: number }[] {
  const folded: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = folded.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else folded.push({ from: line, to: line });
  }
  return folded;
}

/** The text with its percent signs kept beside their numbers. */
export const unbroken = (text: string): string => text.replace(/(\d) %/g, '$1\u00a0%');

/**
 * A sentence in which `line 17` and `lines 3-5` are buttons; they go to the source whose name it begins with,
 * else to the first of `sources`.
 */
export function sentence(
  context: PageContext,
  text: string,
  sources: readonly string[] = [],
): readonly Child[] {
  const source = Math.max(
    0,
    sources.findIndex(name => text.startsWith(`${name}, line`)),
  );
  return text.split(/\b(lines? \d{1,9}(?:-\d{1,9})?)/).map((part, i) => {
    if (i % 2 === 0) return unbroken(part);
    const line = Number(/\d+/.exec(part)?.[0]);
    return el(
      'button',
      {
        type: 'button',
        class: 'line',
        'data-line': line,
        'data-source': source,
        onclick: () => context.post({ type: 'reveal', line, source }),
      },
      part,
    );
  });
}

/** A number of the report in its cell: six digits, whole on hover and on copy. */
export function numberCell(
  value: number,
  attributes: Attributes = {},
  ...more: readonly Child[]
): HTMLTableCellElement {
  const exact = whole(value);
  return el(
    'td',
    { class: 'number', ...attributes },
    el('span', { title: exact, 'data-whole': exact }, shown(value)),
    ...more,
  );
}

/** A select with its label; `change` receives the chosen value. */
export function labelledSelect(
  id: string,
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
  change: (value: string) => void,
): HTMLElement {
  const select = el(
    'select',
    { id, onchange: () => change(select.value) },
    ...options.map(option =>
      el(
        'option',
        { value: option.value, selected: option.value === value },
        shortened(visible(option.label), 60),
      ),
    ),
  );
  return el('span', { class: 'field' }, el('label', { for: id }, label), select);
}

/** A box that scrolls sideways on its own and can be reached by keyboard. */
export function scrollBox(label: string, ...children: readonly Child[]): HTMLElement {
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
    ...children,
  );
}

/** A section whose heading is a disclosure; remembers whether it was open. */
export function disclosure(
  context: PageContext,
  name: string,
  summary: readonly Child[],
  content: readonly Child[],
): HTMLDetailsElement {
  const details = el(
    'details',
    {
      id: name,
      open: context.memory.flag(name, false),
      ontoggle: () => context.memory.setFlag(name, details.open),
    },
    el('summary', { id: `${name}-summary` }, ...summary),
    ...content,
  );
  return details;
}
