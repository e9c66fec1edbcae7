import type { Engine } from '../engine';
import { type EngineWorker, Life } from './life';
import { beat } from './lifeSigns';
import { type Cause, culprits, lossOf, patienceWith, type Work } from './work';

/** How long a worker may be silent, in seconds. */
export interface Patience {
  /** While there is something to do, with few rows. */
  readonly silent: number;
  /** Behind a cancelling. */
  readonly deaf: number;
  /** Milliseconds of a second, for tests. */
  readonly second?: number;
}

export const usualPatience: Patience = { silent: 10, deaf: 2 };

/** A busy machine takes its time to start a worker, which says nothing about any file. */
const startPatience = 6;

/** Says that a worker was lost to something else: what was wanted of it is to be asked of the next one. */
class Restarted extends Error {}

/** Something a worker was asked for and has not answered yet. */
interface Flight {
  readonly work: Work;
  readonly life: Life;
  /** The number of the message that asks for it. */
  message: number;
  /** Its cancelling, once there was one: the number of the message, and the seconds since. */
  cancel?: { readonly message: number; seconds: number };
  fail(error: Error): void;
}

interface Tracked<T> {
  readonly signal?: AbortSignal | undefined;
  /** Takes an answer that nobody waits for any more. */
  readonly onLate?: (value: T, engine: Engine) => void;
}

/**
 * Watches over a worker: one that gives no sign of life, does not answer a cancelling or dies is replaced.
 * What it was lost at fails with one sentence, everything else is asked again.
 */
export class Supervisor {
  readonly #start: () => EngineWorker;
  readonly #patience: Patience;
  readonly #flights = new Set<Flight>();
  #life: Life | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Works at which a worker was lost among others are tried one by one. */
  #alone: Promise<unknown> = Promise.resolve();

  constructor(start: () => EngineWorker, patience: Patience) {
    this.#start = start;
    this.#patience = patience;
  }

  /** The worker that is running; a new one where there is none. */
  get life(): Life {
    if (this.#life === undefined) {
      const worker = this.#start();
      const life = new Life(worker);
      worker.onDeath(of => this.#lose(life, { kind: 'dead', of }));
      this.#life = life;
    }
    return this.#life;
  }

  /** Takes the steps of a work, and all of them again when a worker was lost to something else. */
  async insist<T>(work: Work, steps: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return work.deaths === 0 ? await steps() : await this.#inTurn(steps);
      } catch (error) {
        if (!(error instanceof Restarted)) throw error;
      }
    }
  }

  /** One step of a work: a call of the engine. */
  track<T>(
    work: Work,
    call: (engine: Engine) => Promise<T>,
    { signal, onLate }: Tracked<T> = {},
  ): Promise<T> {
    const { life } = this;
    if (![...this.#flights].some(flight => flight.life === life)) life.startCounting();
    return new Promise<T>((resolve, reject) => {
      const flight: Flight = { work, life, message: 0, fail: reject };
      this.#flights.add(flight);
      this.#watch();
      const land = (): boolean => this.#flights.delete(flight);
      call(life.engine).then(
        value => (land() ? resolve(value) : onLate?.(value, life.engine)),
        error => land() && reject(error),
      );
      flight.message = life.sent;
      signal?.addEventListener('abort', () => {
        flight.cancel ??= { message: life.sent, seconds: 0 };
      });
    });
  }

  dispose(): void {
    this.#life?.end();
    this.#life = undefined;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #inTurn<T>(steps: () => Promise<T>): Promise<T> {
    const turn = this.#alone.then(steps);
    this.#alone = turn.catch(() => undefined);
    return turn;
  }

  /** Only what is waited for is watched, so that nothing ticks in an idle editor. */
  #watch(): void {
    this.#timer ??= setInterval(() => this.#tick(), this.#patience.second ?? beat);
  }

  #tick(): void {
    if (this.#flights.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const life = this.#life;
    if (life === undefined) return;
    life.tick();
    for (const flight of this.#flights) this.#countCancelled(flight);
    const works = this.#begun(life).map(({ work }) => work);
    const { silent } = this.#patience;
    const seconds = life.hasSpoken ? patienceWith(works, silent) : silent * startPatience;
    if (life.silence >= seconds) this.#lose(life, { kind: 'silent', seconds });
  }

  /** A worker that heard of the cancelling may take longer to stop, but not for ever. */
  #countCancelled(flight: Flight): void {
    const { cancel, life, work } = flight;
    if (cancel === undefined) return;
    cancel.seconds += 1;
    const hears = life.hasTaken(cancel.message);
    if (cancel.seconds < (hears ? this.#patience.silent : this.#patience.deaf)) return;
    if (hears || !life.hasTaken(flight.message)) this.#fail(flight, lossOf(work, { kind: 'deaf' }));
    else this.#lose(life, { kind: 'deaf' }, [flight]);
  }

  #begun(life: Life): readonly Flight[] {
    const flights = [...this.#flights];
    return flights.filter(flight => flight.life === life && life.hasTaken(flight.message));
  }

  #lose(life: Life, cause: Cause, known?: readonly Flight[]): void {
    if (this.#life === life) this.#life = undefined;
    const flights = [...this.#flights].filter(flight => flight.life === life);
    const begun = this.#begun(life);
    const guilty = life.hasSpoken ? (known ?? culprits(begun)) : flights;
    for (const { work } of begun) work.deaths += 1;
    for (const flight of flights) {
      const isGuilty = guilty.includes(flight);
      this.#fail(flight, isGuilty ? lossOf(flight.work, cause) : new Restarted());
    }
    life.end();
  }

  #fail(flight: Flight, error: Error): void {
    this.#flights.delete(flight);
    flight.fail(error);
  }
}
