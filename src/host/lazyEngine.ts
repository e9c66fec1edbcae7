import type { Disposable, Uri } from 'vscode';
import type { Engine } from '../engine/engine';
import { startEngine } from './startEngine';

/** The engine's worker is started by the first question, and ended with the extension. */
export class LazyEngine implements Disposable {
  readonly #extension: Uri;
  #engine: Engine | undefined;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  get(): Engine {
    this.#engine ??= startEngine(this.#extension);
    return this.#engine;
  }

  dispose(): void {
    // Where the start failed there is nothing to let go of, and nobody to be told.
    this.#engine?.dispose().catch(() => undefined);
    this.#engine = undefined;
  }
}
