import { type FigureOptions, sharedControls } from '../../shared/figure';
import type { Memory } from '../memory';

/** The place of options that all figures share. */
const shared = 'shared';

/** What is remembered of the inputs of a figure, those that all figures share among them. */
export function keptOptions(memory: Memory, figure: string): FigureOptions {
  return { ...memory.options(figure), ...memory.options(shared) };
}

/** Remembers the values, those that all figures share apart. An empty text takes an option away. */
export function keepOptions(memory: Memory, figure: string, change: FigureOptions): void {
  for (const [id, value] of Object.entries(change)) {
    const place = sharedControls.has(id) ? shared : figure;
    const { [id]: _, ...others } = memory.options(place);
    memory.setOptions(place, value === '' ? others : { ...others, [id]: value });
  }
}
