import assert from 'node:assert/strict';
import { readColour } from '../../../../src/webview/figure/colour';
import { readPalette } from '../../../../src/webview/figure/palette';
import { themes } from '../../../page/themes.mjs';

/** WCAG contrast of a colour over an opaque one. */
function contrast(colour: string, under: string): number {
  const [r, g, b, a] = readColour(colour)!;
  const below = readColour(under)!;
  const seen = [r, g, b].map((part, i) => part * a + below[i]! * (1 - a));
  const [light, dark] = [luminance(seen), luminance(below.slice(0, 3))].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe('axes and grid', () => {
  for (const [name, { variables }] of Object.entries(themes)) {
    it(`are seen in the theme ${name}`, () => {
      const known: Readonly<Record<string, string>> = variables;
      const palette = readPalette(property => known[property.replace('--vscode-', '')] ?? '');
      assert.ok(contrast(palette.axis, palette.background) > 2, palette.axis);
      assert.ok(contrast(palette.grid, palette.background) > 1.2, palette.grid);
    });
  }
});
