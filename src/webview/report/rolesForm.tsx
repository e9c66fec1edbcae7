import type { VNode } from 'preact';
import type { Task } from '../../shared/metricId';
import { shortened } from '../../shared/plainText';
import type { ColumnInfo, Inspection } from '../../shared/protocol/inspection';
import { usePage } from '../context';
import { counted } from '../number';
import { LabelledSelect } from '../parts/labelledSelect';
import { Name } from '../parts/name';
import { ScrollBox } from '../parts/scrollBox';
import { capital } from '../parts/words';
import { chooseRoles } from './chooseRoles';
import { choicesAfter, type RoleName, roleLabels, rolesFor, rolesOf } from './roleOf';
import { taskNames } from './taskNames';

const maxColumns = 100;
const titles = ['Column', 'Role', 'Holds', 'For example'];

interface Props {
  readonly inspection: Inspection;
}

/** One select for each column; a change is asked for at once. */
export function RolesForm({ inspection }: Props): VNode {
  const page = usePage();
  const { columns, report, choices } = inspection;
  const names = columns.map(column => column.name);
  const roles = rolesOf(names, report.roles, choices, report.runs);
  const left = columns.length - maxColumns;
  const give = (column: string, role: RoleName): void =>
    chooseRoles(page, inspection, choicesAfter(roles, column, role, report.roles, choices));
  return (
    <div class="roles-form">
      <div class="controls">
        <TaskSelect inspection={inspection} />
        <PositiveSelect inspection={inspection} />
        <OrderSelect inspection={inspection} />
      </div>
      <ScrollBox label="Columns and their roles">
        <table>
          <caption class="unseen">Columns and their roles</caption>
          <thead>
            <tr>
              {titles.map(title => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.slice(0, maxColumns).map((column, i) => (
              <ColumnRow
                key={column.name}
                id={`role-${i}`}
                column={column}
                role={roles.get(column.name) ?? 'none'}
                offered={rolesFor[report.task]}
                onGive={role => give(column.name, role)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {left > 0 && <p class="quiet">{`${counted(left, 'more column')} left out.`}</p>}
    </div>
  );
}

function TaskSelect({ inspection }: Props): VNode {
  const page = usePage();
  return (
    <LabelledSelect
      id="role-task"
      label="Read as"
      options={Object.entries(taskNames).map(([value, name]) => ({ value, label: capital(name) }))}
      value={inspection.report.task}
      onChoose={value =>
        chooseRoles(page, inspection, { ...inspection.choices, task: value as Task })
      }
    />
  );
}

function PositiveSelect({ inspection }: Props): VNode | null {
  const page = usePage();
  const { positive, classes } = inspection.report.roles;
  if (inspection.report.task !== 'binary' || classes === null) return null;
  return (
    <LabelledSelect
      id="role-positive"
      label="Positive class"
      options={classes.slice(0, 50).map(value => ({ value, label: value }))}
      value={positive ?? ''}
      onChoose={value => chooseRoles(page, inspection, { ...inspection.choices, positive: value })}
    />
  );
}

/** Whether classes have an order is for a person to say; numbers are offered as they are sorted. */
function OrderSelect({ inspection }: Props): VNode | null {
  const page = usePage();
  const { classes } = inspection.report.roles;
  if (inspection.report.task !== 'multiclass' || classes === null) return null;
  const { order, ...others } = inspection.choices;
  const sorted = classes.length > 6 ? [...classes.slice(0, 5), '...', classes.at(-1)!] : classes;
  return (
    <LabelledSelect
      id="role-order"
      label="Order of the classes"
      options={[
        { value: '', label: 'none' },
        { value: 'sorted', label: sorted.join(' < ') },
      ]}
      value={order === undefined ? '' : 'sorted'}
      onChoose={value =>
        page.post({
          type: 'configure',
          choices: value === '' ? others : { ...others, order: classes },
        })
      }
    />
  );
}

interface ColumnRowProps {
  readonly id: string;
  readonly column: ColumnInfo;
  readonly role: RoleName;
  readonly offered: readonly RoleName[];
  readonly onGive: (role: RoleName) => void;
}

function ColumnRow({ id, column, role, offered, onGive }: ColumnRowProps): VNode {
  return (
    <tr>
      <th scope="row">
        <Name text={column.name} />
      </th>
      <td>
        <select
          id={id}
          aria-label={`Role of ${shortened(column.name, 80)}`}
          value={role}
          onChange={event => onGive(event.currentTarget.value as RoleName)}
        >
          {[...new Set([...offered, role])].map(name => (
            <option key={name} value={name}>
              {roleLabels[name]}
            </option>
          ))}
        </select>
      </td>
      <td class="quiet">{column.kind}</td>
      <td class="quiet">
        <bdi class="name">{shortened(column.sample.join(', '), 60)}</bdi>
      </td>
    </tr>
  );
}
