import type { Tone } from '../../shared/figure';
import { faded } from './colour';

/** Of the axes. */
const gridStrength = 0.35;

/** The colours and the font a chart is drawn with, all of them taken from the theme. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly axis: string;
  readonly grid: string;
  readonly focus: string;
  readonly series: readonly string[];
  readonly meaning: Readonly<Record<'good' | 'bad' | 'warning' | 'neutral' | 'accent', string>>;
  readonly font: string;
}

/** Reads the palette off the theme's custom properties. */
export function readPalette(property: (name: string) => string): Palette {
  const first = (...names: readonly string[]): string =>
    names.map(name => property(`--vscode-${name}`).trim()).find(value => value !== '') ?? '#808080';
  const foreground = first('editor-foreground', 'foreground');
  const axis = first('contrastBorder', 'charts-lines', 'foreground');
  return {
    background: first('editor-background', 'sideBar-background'),
    foreground,
    quiet: first('descriptionForeground', 'foreground'),
    axis,
    grid: faded(axis, gridStrength),
    focus: first('focusBorder', 'contrastActiveBorder'),
    series: ['blue', 'orange', 'green', 'purple', 'red', 'yellow'].map(name =>
      opaque(first(`charts-${name}`, 'foreground')),
    ),
    meaning: {
      good: opaque(first('charts-green', 'testing-iconPassed')),
      bad: opaque(first('charts-red', 'errorForeground')),
      warning: opaque(first('charts-yellow', 'editorWarning-foreground')),
      neutral: opaque(first('descriptionForeground', 'foreground')),
      accent: opaque(first('textLink-foreground', 'focusBorder')),
    },
    font: first('font-family') === '#808080' ? 'sans-serif' : first('font-family'),
  };
}

/** The colour without its transparency: some themes give chart colours that all but vanish in a thin line. */
function opaque(colour: string): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})[0-9a-f]{1,2}$/i.exec(colour);
  if (hex !== null && (colour.length === 5 || colour.length === 9)) return `#${hex[1]}`;
  return colour.replace(/^rgba\(([^,]+,[^,]+,[^,]+),[^,]+\)$/, 'rgb($1)');
}

/** Black on white, for documents that leave the editor. */
export const printPalette: Palette = {
  background: '#ffffff',
  foreground: '#1f1f1f',
  quiet: '#595959',
  axis: '#bbbbbb',
  grid: '#e6e6e6',
  focus: '#005fb8',
  series: ['#1a6fd0', '#c25a00', '#2e7d32', '#7b3fa0', '#c62828', '#8a6d00'],
  meaning: {
    good: '#2e7d32',
    bad: '#c62828',
    warning: '#8a6d00',
    neutral: '#595959',
    accent: '#005fb8',
  },
  font: 'system-ui, sans-serif',
};

/** The colour of a tone; series beyond the last colour start over, with other dashes and shapes. */
export function toneColour(tone: Tone, palette: Palette): string {
  if ('meaning' in tone) return palette.meaning[tone.meaning];
  return palette.series[Math.abs(tone.series) % palette.series.length]!;
}
