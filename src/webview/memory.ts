import type { FigureOptions } from '../shared/figure';
import { own } from '../shared/own';
import { isPlainObject } from '../shared/protocol/check';
import { isBin } from '../shared/protocol/guard';
import type { Bin } from '../shared/protocol/inspection';

/** What the page remembers of its own: which sections are open, what was chosen, where it was scrolled. */
export interface PageState {
  /** The sources the choices belong to. */
  readonly key: string;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, FigureOptions>>;
  /** Of the chart whose bar was chosen: the worst rows are those of this bin. */
  readonly bin?: Bin | undefined;
  readonly scroll: number;
  /** Text the host asked to have kept, to fill a restored window again. */
  readonly keep?: string;
}

const blank: PageState = { key: '', flags: {}, values: {}, options: {}, scroll: 0 };

/** The page's state over the webview's own storage, which outlives hiding and reloading. */
export class Memory {
  readonly #store: (state: PageState) => void;
  #state: PageState;

  constructor(stored: unknown, store: (state: PageState) => void) {
    this.#state = readState(stored);
    this.#store = store;
  }

  get state(): PageState {
    return this.#state;
  }

  /** Starts afresh, and says so, when the report is about other sources than the remembered choices. */
  belongsTo(key: string): boolean {
    const isOther = this.#state.key !== key;
    if (isOther) this.#change({ ...blank, key });
    return isOther;
  }

  flag(name: string, otherwise: boolean): boolean {
    return own(this.#state.flags, name) ?? otherwise;
  }

  setFlag(name: string, value: boolean): void {
    this.#change({ flags: { ...this.#state.flags, [name]: value } });
  }

  value(name: string): string | undefined {
    return own(this.#state.values, name);
  }

  setValue(name: string, value: string): void {
    this.#change({ values: { ...this.#state.values, [name]: value } });
  }

  options(figure: string): FigureOptions {
    return own(this.#state.options, figure) ?? {};
  }

  setOptions(figure: string, options: FigureOptions): void {
    this.#change({ options: { ...this.#state.options, [figure]: options } });
  }

  setBin(bin: Bin | undefined): void {
    this.#change({ bin });
  }

  setScroll(scroll: number): void {
    this.#change({ scroll });
  }

  /** True when the page is about something else from now on, which begins at its top. */
  setKeep(keep: string | undefined): boolean {
    if (keep === undefined || keep === this.#state.keep) return false;
    this.#change({ keep, scroll: 0 });
    return true;
  }

  #change(part: Partial<PageState>): void {
    this.#state = { ...this.#state, ...part };
    this.#store(this.#state);
  }
}

/** A stored state as far as it can be trusted. */
export function readState(stored: unknown): PageState {
  if (!isPlainObject(stored)) return blank;
  const { key, flags, values, options, bin, scroll, keep } = stored;
  return {
    key: typeof key === 'string' ? key : '',
    flags: entriesOf(flags, isBoolean),
    values: entriesOf(values, isString),
    options: Object.fromEntries(
      Object.entries(isPlainObject(options) ? options : {}).map(([figure, chosen]) => [
        figure,
        entriesOf(chosen, isOption),
      ]),
    ),
    ...(isBin(bin) ? { bin } : {}),
    scroll: typeof scroll === 'number' && scroll >= 0 ? scroll : 0,
    ...(typeof keep === 'string' ? { keep } : {}),
  };
}

function entriesOf<T>(value: unknown, allowed: (item: unknown) => item is T): Record<string, T> {
  const entries = Object.entries(isPlainObject(value) ? value : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => allowed(entry[1])));
}

const isBoolean = (item: unknown): item is boolean => typeof item === 'boolean';
const isString = (item: unknown): item is string => typeof item === 'string';

function isOption(item: unknown): item is FigureOptions[string] {
  if (Array.isArray(item)) return item.every(isString);
  return isBoolean(item) || isString(item) || Number.isFinite(item);
}
