import type { VNode } from 'preact';
import { usePage } from '../context';
import { csv, markdown } from '../export/csv';
import { Button } from '../parts/button';

type Rows = readonly (readonly (string | number | null)[])[];

/** Buttons that copy a table as Markdown and as CSV, with whole numbers. */
export function CopyButtons({ rows }: { readonly rows: () => Rows }): VNode {
  const page = usePage();
  const copy = (write: (rows: Rows) => string) => () =>
    page.post({ type: 'copy', text: write(rows()) });
  return (
    <>
      <Button kind="quiet" id="copy-markdown" onClick={copy(markdown)}>
        Copy Markdown
      </Button>
      <Button kind="quiet" id="copy-csv" onClick={copy(csv)}>
        Copy CSV
      </Button>
    </>
  );
}
