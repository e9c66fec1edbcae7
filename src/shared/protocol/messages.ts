import type { MetricId, Parameters } from '../metricId';
import type { RoleChoices } from '../roleChoices';
import type { Answer, Inspection, Progress, Question } from './inspection';

/** Everything the page may say to the host. */
export type ToHost =
  /** The page is drawn and listens; the host answers with what it holds. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'configure';
      readonly choices?: RoleChoices;
      readonly parameters?: Partial<Parameters>;
    }
  | { readonly type: 'query'; readonly id: number; readonly question: Question }
  /** Go to this line of the source, and there to the value that the data row `row` has in `model`. */
  | {
      readonly type: 'reveal';
      readonly line: number;
      readonly source?: number;
      readonly row?: number;
      readonly model?: string;
    }
  /** Mark this line while the pointer rests on its point; null takes the mark away. */
  | { readonly type: 'mark'; readonly line: number | null; readonly source?: number }
  | {
      readonly type: 'export';
      readonly kind: ExportKind;
      readonly name: string;
      readonly data: string;
    }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'cancel' }
  /** A button of the empty or failed page: start one of the extension's own commands. */
  | { readonly type: 'start'; readonly action: StartAction };

/** What became of a source since it was read: a file was written to, a selected text edited, a file deleted. */
export const stalenesses = ['changed', 'edited', 'gone'] as const;
export type Staleness = (typeof stalenesses)[number];

export type ExportKind = 'png' | 'svg' | 'csv' | 'markdown' | 'html';
export type StartAction = 'selection' | 'file' | 'sample' | 'retry' | 'load' | 'truth' | 'pool';

/** Everything the host may say to the page. */
export type ToPage =
  | {
      readonly type: 'report';
      readonly inspection: Inspection;
      /** Metrics the person's settings put first; empty leaves it to the task. */
      readonly first: readonly MetricId[];
      /** Set when the report is no longer about what is there now. */
      readonly stale?: Staleness;
      /** Text for the page to keep in its state: what a restored window needs to inspect again. */
      readonly keep?: string;
      /** Set when the report has followed its files: the bytes that were read for it. */
      readonly bytesRead?: number;
    }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'progress'; readonly name: string; readonly progress: Progress }
  /** The line on which the editor's cursor stands, and in which source. */
  | { readonly type: 'cursor'; readonly line: number | null; readonly source?: number }
  /** A sentence the person must see; with `id` it answers that query. */
  | {
      readonly type: 'problem';
      readonly text: string;
      readonly id?: number;
      readonly line?: number;
      /** Index of the source that the line is of; the first one when left out. */
      readonly source?: number;
      readonly actions?: readonly { readonly label: string; readonly action: StartAction }[];
    }
  /** Nothing is inspected yet: the three ways to start. */
  | { readonly type: 'empty' }
  /** A file too large to be read without being asked. */
  | { readonly type: 'waiting'; readonly name: string; readonly bytes: number }
  | { readonly type: 'say'; readonly text: string }
  /** Opens what is told of a loss in the table. */
  | { readonly type: 'show-loss'; readonly metric: MetricId }
  /** The page answers with an `export` of kind `html`: the whole report as one file. */
  | { readonly type: 'export-html' }
  /** The page answers with an `export` of kind `csv`: every loss, or every series of a history. */
  | { readonly type: 'export-csv' };
