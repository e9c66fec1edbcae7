import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context';
import type { PanelGroup } from './panelGroup';
import type { PanelView } from './panelView';
import { PlotPanel } from './plotPanel';
import { type Tip, Tooltip } from './tooltip';

const help =
  'Arrow keys walk the points, Enter goes to the line or to the rows of a bar, plus and minus zoom, 0 shows all.';

interface Props {
  readonly group: PanelGroup;
  readonly view: PanelView;
}

/** One plot. What is inside the canvas is drawn by `PlotPanel`. */
export function PlotCanvas({ group, view }: Props): VNode {
  const page = usePage();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<PlotPanel | null>(null);
  const [tip, setTip] = useState<Tip>();
  useLayoutEffect(() => {
    const elements = { box: box.current!, canvas: canvas.current!, frame: frame.current! };
    const created = new PlotPanel(page, group, view, elements, setTip);
    const ends = [
      page.palette.subscribe(() => created.relayout()),
      page.cursor.subscribe(() => created.redraw()),
    ];
    panel.current = created;
    return () => {
      for (const end of ends) end();
      created.destroy();
    };
  }, [page, group]);
  useLayoutEffect(() => panel.current?.show(view), [view, group]);
  const { plot, height, description } = view;
  return (
    <div
      ref={box}
      class={plot.square === true ? 'plot square' : 'plot'}
      tabIndex={0}
      role="group"
      aria-roledescription="chart"
      aria-label={`${plot.y.label} over ${plot.x.label}. ${help}`}
      style={plot.square === true ? undefined : { height: `${height}px` }}
    >
      <canvas ref={canvas} role="img" aria-label={description} />
      <Tooltip tip={tip} />
      <div ref={frame} class="frame" hidden aria-hidden="true" />
    </div>
  );
}
