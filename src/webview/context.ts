import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer, Bin, Progress, Question } from '../shared/protocol/inspection';
import type { ToHost } from '../shared/protocol/messages';
import type { RoleChoices } from '../shared/roleChoices';
import type { SourceLine } from '../shared/sourceLine';
import type { Held } from './changing';
import type { Palette } from './figure/palette';
import type { Memory } from './memory';

/** The samples of one model that a bar or a point of a chart stands for. */
export interface BinOfModel {
  readonly model: string;
  readonly split: string | null;
  readonly bin: Bin;
}

/** How far the reading of a source is. */
export interface ReadingProgress extends Progress {
  readonly name: string;
}

/** What every part of the page may use. */
export interface PageContext {
  readonly memory: Memory;
  readonly palette: Held<Palette>;
  /** The line the editor's cursor stands in. */
  readonly cursor: Held<SourceLine | null>;
  /** Place of the model that charts and rows are about among the report's; null where there is one at most. */
  readonly focus: Held<number | null>;
  /** The choices that the last change of roles has replaced. */
  readonly replaced: Held<RoleChoices | undefined>;
  /** How far the reading is. */
  readonly progress: Held<ReadingProgress | undefined>;
  post(message: ToHost): void;
  /** Undefined when a new report made the question moot; rejects with the host's sentence. */
  ask(question: Question): Promise<Answer | undefined>;
  /** Lists the worst rows of a bin. */
  showRows(rows: BinOfModel): void;
  /** Says something to a person who cannot see the change. */
  announce(text: string): void;
}

const page: Context<PageContext | undefined> = createContext<PageContext | undefined>(undefined);

/** Gives the page's context to all components inside. */
export const PageProvider: typeof page.Provider = page.Provider;

/** The context of the page that the component is drawn on. */
export function usePage(): PageContext {
  const context = useContext(page);
  if (context === undefined) throw new Error('This part of the page stands outside of it.');
  return context;
}
