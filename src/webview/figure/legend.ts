import type { Mark, Panel } from '../../shared/figure';
import { el } from '../el';
import { nameOf } from '../parts';
import { type Palette, toneColour } from './palette';
import { dashOf, shapeOf } from './style';

const svgSpace = 'http://www.w3.org/2000/svg';

/** One entry for each mark that has a name of its own and goes with no other. */
export function legendMarks(panels: readonly Panel[]): readonly Mark[] {
  const marks = panels.flatMap(panel => (panel.kind === 'plot' ? panel.marks : []));
  const named = marks.filter(
    mark =>
      mark.of === undefined && mark.name !== '' && mark.kind !== 'region' && mark.kind !== 'rule',
  );
  return named.filter((mark, i) => named.findIndex(other => other.name === mark.name) === i);
}

/** Buttons that show and hide marks, each with a sample of its line or shape. */
export function legend(
  panels: readonly Panel[],
  hidden: ReadonlySet<string>,
  palette: Palette,
  toggle: (name: string) => void,
): HTMLElement | undefined {
  const marks = legendMarks(panels);
  if (marks.length < 2) return undefined;
  const buttons = marks.map(mark =>
    el(
      'button',
      {
        type: 'button',
        class: 'legend-entry',
        'aria-pressed': String(!hidden.has(mark.name)),
        onclick: () => toggle(mark.name),
      },
      sample(mark, palette),
      nameOf(mark.name),
    ),
  );
  return el(
    'div',
    { class: 'legend', role: 'group', 'aria-label': 'Shown in the chart' },
    ...buttons,
  );
}

function sample(mark: Mark, palette: Palette): SVGElement {
  const colour = toneColour(mark.tone, palette);
  const picture = svg('svg', {
    viewBox: '0 0 24 12',
    width: '24',
    height: '12',
    'aria-hidden': 'true',
  });
  picture.append(shape(mark, colour));
  return picture;
}

function shape(mark: Mark, colour: string): SVGElement {
  if (mark.kind === 'line') {
    const dash = dashOf(mark).join(' ') || 'none';
    return svg('path', {
      d: 'M1 6H23',
      stroke: colour,
      'stroke-width': '2',
      'stroke-dasharray': dash,
      fill: 'none',
    });
  }
  if (mark.kind !== 'points') {
    return svg('rect', {
      x: '4',
      y: '1',
      width: '16',
      height: '10',
      fill: colour,
      opacity: mark.kind === 'band' ? '0.35' : '0.75',
    });
  }
  const path = shapes[shapeOf(mark)];
  return svg('path', { d: path, fill: colour, stroke: colour, 'stroke-width': '1.5' });
}

const shapes = {
  circle: 'M12 2a4 4 0 1 1 0 8a4 4 0 1 1 0 -8Z',
  triangle: 'M12 1.5L16.5 10H7.5Z',
  square: 'M8.5 2.5H15.5V9.5H8.5Z',
  diamond: 'M12 1L17 6L12 11L7 6Z',
  cross: 'M8.5 2.5L15.5 9.5M15.5 2.5L8.5 9.5',
} as const;

function svg(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const node = document.createElementNS(svgSpace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
