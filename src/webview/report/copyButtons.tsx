import type { VNode } from 'preact';
import { usePage } from '../context';
import { csv, markdown } from '../export/csv';
import { Button } from '../parts/button';

type Rows = readonly (readonly (string | number | null)[])[];

interface Props {
  readonly rows: () => Rows;
  /** The same for Markdown, where that holds more than numbers. */
  readonly texts?: () => Rows;
}

/** Buttons that copy a table as Markdown and as CSV, with whole numbers. */
export function CopyButtons({ rows, texts = rows }: Props): VNode {
  const page = usePage();
  const copy = (write: (rows: Rows) => string, written: () => Rows) => () =>
    page.post({ type: 'copy', text: write(written()) });
  return (
    <>
      <Button kind="quiet" id="copy-markdown" onClick={copy(markdown, texts)}>
        Copy Markdown
      </Button>
      <Button kind="quiet" id="copy-csv" onClick={copy(csv, rows)}>
        Copy CSV
      </Button>
    </>
  );
}
