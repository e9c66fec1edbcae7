import { isToPage } from '../shared/protocol/guard';
import { refusal } from '../shared/protocol/refusal';
import { fromWire } from '../shared/protocol/wire';
import { Held } from './changing';
import { copyWholeNumbers } from './copying';
import { Memory } from './memory';
import { Page } from './page';
import { spellOutTexts } from './spellOut';
import { themePalette, watchTheme } from './theme';

const api = acquireVsCodeApi();
const app = document.getElementById('app') ?? document.body;
const memory = new Memory(api.getState(), state => api.setState(state));
const palette = new Held(themePalette());
spellOutTexts();
const page = new Page(app, api, memory, palette);

watchTheme(() => palette.set(themePalette()));
document.addEventListener('copy', copyWholeNumbers);
let scrolled: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('scroll', () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => memory.setScroll(window.scrollY), 200);
});
window.addEventListener('message', event => {
  const message = fromWire(event.data);
  for (const one of isToPage(message) ? [message] : refusal(message)) page.receive(one);
});
api.postMessage({ type: 'ready' });
