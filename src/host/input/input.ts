import type { Uri } from 'vscode';
import type { SourceRef } from '../../engine/engine';

/** What a person has pointed at: files, or text of one document. */
export interface Input {
  /** For titles: a file name, or `errors.py (selection)`. */
  readonly name: string;
  readonly kind: 'files' | 'selection';
  /** One per source, in the order of the report's sources; for a selection its document. */
  readonly uris: readonly Uri[];
  /** What the engine calls the sources, in the same order. */
  readonly names: readonly string[];
  /** Bytes to read, where known before reading. */
  readonly bytes: number;
  load(): Promise<readonly SourceRef[]>;
  /** True when a person has said that the files are parts of one table. */
  readonly together?: boolean;
  /** Folders in which further parts may appear. */
  readonly folders?: readonly Uri[];
  /** The same folders with the files that are in them now. */
  relisted?(): Promise<Input>;
  /** The same place as it is now, where `load` gives it as it was. */
  anew?(): Promise<Input>;
}
