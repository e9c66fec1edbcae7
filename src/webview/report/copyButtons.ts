import type { PageContext } from '../context';
import { csv, markdown } from '../export/csv';
import { button } from '../parts';

type Rows = readonly (readonly (string | number | null)[])[];

/** Buttons that copy a table as Markdown and as CSV, with whole numbers. */
export function copyButtons(context: PageContext, rows: () => Rows): readonly HTMLElement[] {
  const copy = (write: (rows: Rows) => string) => () =>
    context.post({ type: 'copy', text: write(rows()) });
  return [
    button('quiet', 'Copy Markdown', copy(markdown), { id: 'copy-markdown' }),
    button('quiet', 'Copy CSV', copy(csv), { id: 'copy-csv' }),
  ];
}
