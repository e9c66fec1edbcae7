import type { Answer, Bin, Question } from '../shared/protocol/inspection';
import type { ToHost } from '../shared/protocol/messages';
import type { SourceLine } from '../shared/sourceLine';
import type { Palette } from './figure/palette';
import type { Memory } from './memory';

/** The samples of one model that a bar or a point of a chart stands for. */
export interface BinOfModel {
  readonly model: string;
  readonly split: string | null;
  readonly bin: Bin;
}

/** What every part of the page may use. */
export interface PageContext {
  readonly memory: Memory;
  post(message: ToHost): void;
  /** Undefined when a new report made the question moot; rejects with the host's sentence. */
  ask(question: Question): Promise<Answer | undefined>;
  /** Lists the worst rows of a bin. */
  showRows(rows: BinOfModel): void;
  /** Says something to a person who cannot see the change. */
  announce(text: string): void;
  palette(): Palette;
  /** The line the editor's cursor stands in. */
  cursor(): SourceLine | null;
}
