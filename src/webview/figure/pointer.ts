import type { PanelHandle } from './panelHandle';
import { within, zoomed } from './zoom';

interface At {
  readonly x: number;
  readonly y: number;
}

/** Hovering marks the nearest point, a click goes to its line, dragging and ctrl + wheel zoom along x. */
export function attachPointer(panel: PanelHandle, frame: HTMLElement): void {
  const { element } = panel;
  let start: At | undefined;
  element.addEventListener('pointerdown', event => {
    if (event.button === 0) start = place(panel, event);
  });
  element.addEventListener('pointermove', event => {
    const at = place(panel, event);
    if (start !== undefined && isDrag(start, at)) showFrame(panel, frame, start, at);
    else panel.select(panel.hitAt(at), false);
  });
  element.addEventListener('pointerup', event => {
    const from = start;
    start = undefined;
    frame.hidden = true;
    if (from !== undefined) finish(panel, from, place(panel, event));
  });
  element.addEventListener('pointerleave', () => {
    start = undefined;
    frame.hidden = true;
    panel.select(undefined, false);
  });
  element.addEventListener('wheel', event => wheel(panel, event), { passive: false });
}

function place(panel: PanelHandle, event: MouseEvent): At {
  const box = panel.element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

const isDrag = (from: At, to: At): boolean => Math.abs(from.x - to.x) > 6;

function showFrame(panel: PanelHandle, frame: HTMLElement, from: At, to: At): void {
  panel.select(undefined, false);
  const { top, height } = panel.area;
  frame.style.setProperty('left', `${Math.min(from.x, to.x)}px`);
  frame.style.setProperty('width', `${Math.abs(from.x - to.x)}px`);
  frame.style.setProperty('top', `${top}px`);
  frame.style.setProperty('height', `${height}px`);
  frame.hidden = false;
}

function finish(panel: PanelHandle, from: At, to: At): void {
  if (!isDrag(from, to)) {
    panel.reveal(panel.hitAt(to));
    return;
  }
  const ends = [panel.xAt(from.x), panel.xAt(to.x)];
  const range = { min: Math.min(...ends), max: Math.max(...ends) };
  if (range.min < range.max) panel.zoomTo(within(range, panel.view.x));
}

function wheel(panel: PanelHandle, event: WheelEvent): void {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const centre = panel.xAt(place(panel, event).x);
  const factor = event.deltaY < 0 ? 0.8 : 1.25;
  panel.zoomTo(zoomed(panel.x, panel.view.x, factor, centre, panel.view.plot.x.scale));
}
