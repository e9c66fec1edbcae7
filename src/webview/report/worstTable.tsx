import type { VNode } from 'preact';
import { shortened } from '../../shared/plainText';
import { grouped, shown } from '../number';
import { LineButton, LineRow } from '../parts/lineButton';
import { NumberCell } from '../parts/numberCell';
import { ScrollBox } from '../parts/scrollBox';
import { type KnownRow, type WorstColumn, worstColumns } from './worstColumns';

interface Props {
  readonly rows: readonly KnownRow[];
  /** Name of the model whose rows they are. */
  readonly model: string | undefined;
  /** Name of the model that the rows were compared to. */
  readonly other: string | null;
}

/** The worst rows as a table; each row goes to its line. */
export function WorstTable({ rows, model, other }: Props): VNode {
  const [first] = rows;
  if (first === undefined) return <p class="quiet">No rows like this.</p>;
  const columns = worstColumns(rows, other);
  return (
    <ScrollBox label="Worst rows">
      <table>
        <caption class="unseen">
          {other === null
            ? 'Worst rows, the largest loss first'
            : `Worst rows, the largest loss beyond that of ${other} first`}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {first.line === null ? 'Row' : 'Line'}
            </th>
            {columns.map((column, i) => (
              <th key={i} scope="col" class={column.numeric ? 'number' : undefined}>
                {shortened(column.label, 60)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <WorstTableRow key={row.row} row={row} model={model} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface RowProps {
  readonly row: KnownRow;
  readonly model: string | undefined;
  readonly columns: readonly WorstColumn[];
}

function WorstTableRow({ row, model, columns }: RowProps): VNode {
  return (
    <LineRow line={row.line} source={row.source}>
      <td class="number">
        {row.line === null ? (
          grouped(row.row)
        ) : (
          <LineButton line={row.line} source={row.source} row={row.row} model={model} />
        )}
      </td>
      {columns.map((column, i) => (
        <ValueCell key={i} value={column.value(row)} numeric={column.numeric} />
      ))}
    </LineRow>
  );
}

interface ValueCellProps {
  readonly value: ReturnType<WorstColumn['value']>;
  readonly numeric: boolean;
}

function ValueCell({ value, numeric }: ValueCellProps): VNode {
  if (typeof value === 'number') return <NumberCell value={value} />;
  return (
    <td class={numeric ? 'number' : undefined}>
      <CellText text={value ?? ''} />
    </td>
  );
}

/** A text from the file; a long number is cut to six digits and whole on hover. */
function CellText({ text }: { readonly text: string }): VNode {
  const value = Number(text);
  if (text.trim().length > 8 && Number.isFinite(value)) {
    return (
      <span title={text} data-whole={text}>
        {shown(value)}
      </span>
    );
  }
  return (
    <bdi class="name" title={text.length > 30 ? shortened(text, 2000) : undefined}>
      {shortened(text, 200)}
    </bdi>
  );
}
