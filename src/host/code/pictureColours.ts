import { ColorThemeKind, window } from 'vscode';
import type { PictureColours } from '../../shared/protocol/code';

/** Colours of the four kinds of themes: a picture in a hover does not know the theme's own. */
const colours: Readonly<Record<ColorThemeKind, PictureColours>> = {
  [ColorThemeKind.Light]: { text: '#3b3b3b', axis: '#8c8c8c', line: '#0063d3' },
  [ColorThemeKind.Dark]: { text: '#cccccc', axis: '#868686', line: '#59a4f9' },
  [ColorThemeKind.HighContrast]: { text: '#ffffff', axis: '#6fc3df', line: '#75beff' },
  [ColorThemeKind.HighContrastLight]: { text: '#292929', axis: '#0f4a85', line: '#0f4a85' },
};

/** The colours that go with the theme that is on. */
export function pictureColours(): PictureColours {
  return colours[window.activeColorTheme.kind];
}
