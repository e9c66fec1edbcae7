import type { Figure } from '../../shared/figure';
import type { FigureInfo } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { el } from '../el';
import type { FigureBody } from '../figure/figureBody';
import { button } from '../parts';
import { csv } from './csv';
import { pngOf, svgOf } from './drawing';

interface Way {
  readonly label: string;
  readonly run: (context: PageContext, figure: Figure, body: FigureBody) => void;
  /** True when only plots can be taken away like this. */
  readonly picture: boolean;
}

const ways: readonly Way[] = [
  { label: 'Save as PNG', picture: true, run: savePng },
  { label: 'Save as SVG', picture: true, run: saveSvg },
  { label: 'Save data as CSV', picture: false, run: saveCsv },
  { label: 'Copy data', picture: false, run: copyData },
];

/** A button that opens the ways to take a figure away. */
export function exportMenu(context: PageContext, info: FigureInfo, body: FigureBody): HTMLElement {
  const id = `export-${info.id}`;
  const items = ways.map(way =>
    button('quiet', way.label, () => {
      const { figure } = body;
      if (figure === undefined) return;
      if (!way.picture || figure.panels.some(panel => panel.kind === 'plot'))
        way.run(context, figure, body);
      else context.announce('This figure is a table. Save its data instead.');
      show(false);
    }),
  );
  const list = el('div', { id, class: 'menu', hidden: true }, ...items);
  const opener = button('quiet', 'Export', () => show(list.hidden === true), {
    'aria-expanded': 'false',
    'aria-controls': id,
    'aria-label': `Export: ${info.title}`,
  });
  const show = (open: boolean): void => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    (open ? items[0] : opener)?.focus();
  };
  const box = el('div', { class: 'menu-box' }, opener, list);
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) show(false);
  });
  box.addEventListener('focusout', event => {
    if (
      !(event.relatedTarget instanceof Node && box.contains(event.relatedTarget)) &&
      !list.hidden
    ) {
      list.hidden = true;
      opener.setAttribute('aria-expanded', 'false');
    }
  });
  return box;
}

function savePng(context: PageContext, figure: Figure, body: FigureBody): void {
  const data = pngOf(figure, context.palette(), body.hidden);
  context.post({ type: 'export', kind: 'png', name: `${figure.id}.png`, data });
}

function saveSvg(context: PageContext, figure: Figure, body: FigureBody): void {
  const data = svgOf(figure, context.palette(), body.hidden);
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
