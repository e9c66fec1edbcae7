import type { Task } from '../../shared/metricId';
import { shortened } from '../../shared/plainText';
import type { ColumnInfo, Inspection } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { el } from '../el';
import { counted } from '../number';
import { capital, labelledSelect, nameOf, scrollBox } from '../parts';
import { choicesAfter, type RoleName, roleLabels, rolesFor, rolesOf } from './roleOf';
import { taskNames } from './taskNames';

const mostColumns = 100;

/** One select for each column; a change is asked for at once. */
export function rolesForm(context: PageContext, inspection: Inspection): HTMLElement {
  const { columns } = inspection;
  const left = columns.length - mostColumns;
  return el(
    'div',
    { class: 'roles-form' },
    el(
      'div',
      { class: 'controls' },
      taskSelect(context, inspection),
      positiveSelect(context, inspection),
    ),
    scrollBox(
      'Columns and their roles',
      el(
        'table',
        {},
        el('caption', { class: 'unseen' }, 'Columns and their roles'),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...['Column', 'Role', 'Holds', 'For example'].map(title =>
              el('th', { scope: 'col' }, title),
            ),
          ),
        ),
        el(
          'tbody',
          {},
          ...columns
            .slice(0, mostColumns)
            .map((column, i) => columnRow(context, inspection, column, i)),
        ),
      ),
    ),
    left > 0 && el('p', { class: 'quiet' }, `${counted(left, 'more column')} left out.`),
  );
}

function taskSelect(context: PageContext, inspection: Inspection): HTMLElement {
  const tasks = Object.entries(taskNames).map(([value, name]) => ({ value, label: capital(name) }));
  return labelledSelect('role-task', 'Read as', tasks, inspection.report.task, value =>
    context.post({ type: 'configure', choices: { ...inspection.choices, task: value as Task } }),
  );
}

function positiveSelect(context: PageContext, inspection: Inspection): HTMLElement | undefined {
  const { positive, classes } = inspection.report.roles;
  if (inspection.report.task !== 'binary' || classes === null) return undefined;
  const options = classes.slice(0, 50).map(value => ({ value, label: value }));
  return labelledSelect('role-positive', 'Positive class', options, positive ?? '', value =>
    context.post({ type: 'configure', choices: { ...inspection.choices, positive: value } }),
  );
}

function columnRow(
  context: PageContext,
  inspection: Inspection,
  column: ColumnInfo,
  index: number,
): HTMLElement {
  const { report, choices, columns } = inspection;
  const roles = rolesOf(
    columns.map(c => c.name),
    report.roles,
    choices,
    report.runs,
  );
  const now = roles.get(column.name) ?? 'none';
  const offered = [...new Set<RoleName>([...rolesFor[report.task], now])];
  const select = el(
    'select',
    {
      id: `role-${index}`,
      'aria-label': `Role of ${shortened(column.name, 80)}`,
      onchange: () =>
        context.post({
          type: 'configure',
          choices: choicesAfter(
            roles,
            column.name,
            select.value as RoleName,
            report.roles,
            choices,
          ),
        }),
    },
    ...offered.map(role => el('option', { value: role, selected: role === now }, roleLabels[role])),
  );
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, nameOf(column.name)),
    el('td', {}, select),
    el('td', { class: 'quiet' }, column.kind),
    el(
      'td',
      { class: 'quiet' },
      el('bdi', { class: 'name' }, shortened(column.sample.join(', '), 60)),
    ),
  );
}
