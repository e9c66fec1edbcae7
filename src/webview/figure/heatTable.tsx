import type { VNode } from 'preact';
import type { Heat } from '../../shared/figure';
import { counted, grouped } from '../number';
import { Name } from '../parts/name';
import { ScrollBox } from '../parts/scrollBox';

const most = 50;

interface Props {
  readonly heat: Heat;
  readonly caption: string;
}

/** A matrix as a real table: every cell a number, tinted by its share. */
export function HeatTable({ heat, caption }: Props): VNode {
  const columns = heat.columnLabels.slice(0, most);
  const left = Math.max(heat.rowLabels.length, heat.columnLabels.length) - most;
  return (
    <div>
      <ScrollBox label={caption}>
        <table class="heat">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="corner">
                {`${heat.rowTitle} \u2193  ${heat.columnTitle} \u2192`}
              </th>
              {columns.map(label => (
                <th key={label} scope="col">
                  <Name text={label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rowLabels.slice(0, most).map((label, row) => (
              <HeatRow key={label} heat={heat} label={label} row={row} shown={columns.length} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {left > 0 && (
        <p class="quiet">
          {`${counted(left, 'more class', 'more classes')} left out of this table.`}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly heat: Heat;
  readonly label: string;
  readonly row: number;
  /** How many of its cells. */
  readonly shown: number;
}

function HeatRow({ heat, label, row, shown }: RowProps): VNode {
  const start = row * heat.columnLabels.length;
  return (
    <tr>
      <th scope="row">
        <Name text={label} />
      </th>
      {Array.from(heat.values.subarray(start, start + shown), (value, column) => (
        <td
          key={column}
          class="number"
          style={{ '--heat': `${Math.round((heat.heat[start + column] ?? 0) * 45)}%` }}
        >
          {grouped(value)}
        </td>
      ))}
    </tr>
  );
}
