import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Figure } from '../../shared/figure';
import { type PageContext, usePage } from '../context';
import type { FigureModel } from '../figure/figureModel';
import { Button } from '../parts/button';
import { csv } from './csv';
import { pngOf, svgOf } from './drawing';

interface Way {
  readonly label: string;
  readonly run: (context: PageContext, figure: Figure, hidden: ReadonlySet<string>) => void;
  /** True when only plots can be taken away like this. */
  readonly picture: boolean;
}

const ways: readonly Way[] = [
  { label: 'Save as PNG', picture: true, run: savePng },
  { label: 'Save as SVG', picture: true, run: saveSvg },
  { label: 'Save data as CSV', picture: false, run: saveCsv },
  { label: 'Copy data', picture: false, run: copyData },
];

interface Props {
  readonly model: FigureModel;
}

/** A button that opens the ways to take a figure away. */
export function ExportMenu({ model }: Props): VNode {
  const page = usePage();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = `export-${model.info.id}`;
  useLayoutEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('.menu button')?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div
      ref={box}
      class="menu-box"
      onKeyDown={event => {
        if (event.key === 'Escape' && open) close();
      }}
      onFocusOut={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
        if (!isInside) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        class="quiet"
        aria-expanded={open}
        aria-controls={id}
        aria-label={`Export: ${model.info.title}`}
        onClick={() => (open ? close() : setOpen(true))}
      >
        Export
      </button>
      <div id={id} class="menu" hidden={!open}>
        {ways.map(way => (
          <Button
            key={way.label}
            kind="quiet"
            onClick={() => {
              exportReport(page, model, way);
              close();
            }}
          >
            {way.label}
          </Button>
        ))}
      </div>
    </div>
  );
}

function exportReport(page: PageContext, { figure, hidden }: FigureModel, way: Way): void {
  if (figure === undefined) return;
  if (!way.picture || figure.panels.some(panel => panel.kind === 'plot'))
    way.run(page, figure, hidden);
  else page.announce('This figure is a table. Save its data instead.');
}

function savePng(context: PageContext, figure: Figure, hidden: ReadonlySet<string>): void {
  const data = pngOf(figure, context.palette.value, hidden);
  context.post({ type: 'export', kind: 'png', name: `${figure.id}.png`, data });
}

function saveSvg(context: PageContext, figure: Figure, hidden: ReadonlySet<string>): void {
  const data = svgOf(figure, context.palette.value, hidden);
  context.post({ type: 'export', kind: 'svg', name: `${figure.id}.svg`, data });
}

function saveCsv(context: PageContext, figure: Figure): void {
  context.post({ type: 'export', kind: 'csv', name: `${figure.id}.csv`, data: tableCsv(figure) });
}

function copyData(context: PageContext, figure: Figure): void {
  context.post({ type: 'copy', text: tableCsv(figure) });
}

/** The table behind a figure, with the line of the source first where there is one. */
function tableCsv(figure: Figure): string {
  const { columns, rows } = figure.table;
  const hasLines = rows.some(row => row.line !== undefined);
  const head = [...(hasLines ? ['line'] : []), ...columns.map(column => column.label)];
  return csv([head, ...rows.map(row => [...(hasLines ? [row.line ?? null] : []), ...row.cells])]);
}
