import type { Heat } from '../../shared/figure';
import { el } from '../el';
import { counted, grouped } from '../number';
import { nameOf, scrollBox } from '../parts';

const most = 50;

/** A matrix as a real table: every cell a number, tinted by its share. */
export function heatTable(heat: Heat, caption: string): HTMLElement {
  const rows = heat.rowLabels.slice(0, most);
  const columns = heat.columnLabels.slice(0, most);
  const table = el(
    'table',
    { class: 'heat' },
    el('caption', { class: 'unseen' }, caption),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el(
          'th',
          { scope: 'col', class: 'corner' },
          `${heat.rowTitle} \u2193  ${heat.columnTitle} \u2192`,
        ),
        ...columns.map(label => el('th', { scope: 'col' }, nameOf(label))),
      ),
    ),
    el('tbody', {}, ...rows.map((label, row) => heatRow(heat, label, row, columns.length))),
  );
  const left = Math.max(heat.rowLabels.length, heat.columnLabels.length) - most;
  return el(
    'div',
    {},
    scrollBox(caption, table),
    left > 0 &&
      el(
        'p',
        { class: 'quiet' },
        `${counted(left, 'more class', 'more classes')} left out of this table.`,
      ),
  );
}

function heatRow(heat: Heat, label: string, row: number, shown: number): HTMLTableRowElement {
  const cells = Array.from({ length: shown }, (_, column) => {
    const at = row * heat.columnLabels.length + column;
    const cell = el('td', { class: 'number' }, grouped(heat.values[at] ?? 0));
    cell.style.setProperty('--heat', `${Math.round((heat.heat[at] ?? 0) * 45)}%`);
    return cell;
  });
  return el('tr', {}, el('th', { scope: 'row' }, nameOf(label)), ...cells);
}
