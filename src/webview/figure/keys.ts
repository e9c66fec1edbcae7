import { placeOf } from './hit';
import type { PanelHandle } from './panelHandle';
import { type Step, walk } from './walk';
import { middle, zoomed } from './zoom';

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const zooms: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 };

/** Arrow keys walk the points, Enter goes to the line, plus, minus and 0 zoom, Escape lets go. */
export function attachKeys(panel: PanelHandle): void {
  panel.element.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(panel, event.key)) event.preventDefault();
  });
  panel.element.addEventListener('blur', () => panel.select(undefined, false));
}

function act(panel: PanelHandle, key: string): boolean {
  const step = steps[key];
  const zoom = zooms[key];
  if (step !== undefined) stepTo(panel, step);
  else if (zoom !== undefined) zoomBy(panel, zoom);
  else if (key === '0') panel.zoomTo(undefined);
  else if (key === 'Enter') panel.reveal(panel.selected);
  else if (key === 'Escape') panel.select(undefined, false);
  else return false;
  return true;
}

function stepTo(panel: PanelHandle, step: Step): void {
  const hit = walk(panel.view.plot, panel.view.hidden, panel.selected, step);
  if (hit !== undefined) follow(panel, placeOf(panel.view.plot, hit).x);
  panel.select(hit, true);
}

/** Moves the zoomed stretch along when the walk leaves it. */
function follow(panel: PanelHandle, x: number): void {
  const { zoom } = panel;
  if (zoom === undefined || (x >= zoom.min && x <= zoom.max)) return;
  const all = panel.view.x;
  const width = zoom.max - zoom.min;
  const min = Math.min(Math.max(x - width / 2, all.min), all.max - width);
  panel.zoomTo({ min, max: min + width });
}

function zoomBy(panel: PanelHandle, factor: number): void {
  const { scale } = panel.view.plot.x;
  panel.zoomTo(zoomed(panel.x, panel.view.x, factor, middle(panel.x, scale), scale));
}
