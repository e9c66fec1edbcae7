import type { Engine } from '../engine';
import { EngineError, type EngineFailure } from '../engineError';
import { remote } from '../rpc/remote';
import type { Port } from '../rpc/wire';
import { takenOf } from './lifeSigns';

/** A worker that has been started, and how it is ended. */
export interface EngineWorker {
  readonly port: Port;
  /** Ends it at once, whatever it does. */
  end(): void;
  /** Tells that it has died by itself, and of what. */
  onDeath(handler: (cause: string) => void): void;
}

/** The life of one worker: what it has heard, and for how long nothing was heard of it. */
export class Life {
  readonly engine: Engine;
  readonly #worker: EngineWorker;
  readonly #stop: (reason: string) => void;
  #sent = 0;
  #taken = 0;
  #silence = 0;
  #isEnded = false;

  constructor(worker: EngineWorker) {
    this.#worker = worker;
    const { api, stop } = remote<Engine>(
      {
        post: message => {
          this.#sent += 1;
          worker.port.post(message);
        },
        listen: handler => worker.port.listen(message => this.#hear(message, handler)),
      },
      failure => new EngineError(failure as EngineFailure),
    );
    this.engine = api;
    this.#stop = stop;
  }

  /** How many messages it was sent. */
  get sent(): number {
    return this.#sent;
  }

  /** False while nothing shows that the worker could be started at all. */
  get hasSpoken(): boolean {
    return this.#taken > 0;
  }

  /** Seconds since it was heard of. */
  get silence(): number {
    return this.#silence;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** True when the worker has begun with the message of this number. */
  hasTaken(message: number): boolean {
    return message <= this.#taken;
  }

  /** Counts a second: by the clock of whoever waits, so that a machine that slept has counted one. */
  tick(): void {
    this.#silence += 1;
  }

  /** What was idle has been silent for no reason. */
  startCounting(): void {
    this.#silence = 0;
  }

  end(): void {
    this.#isEnded = true;
    this.#worker.end();
    this.#stop('The engine was ended.');
  }

  #hear(message: unknown, handler: (message: unknown) => void): void {
    this.#silence = 0;
    const taken = takenOf(message);
    if (taken === undefined) handler(message);
    else this.#taken = taken;
  }
}
