import type { ReadError } from '../readers/readError';

/** An error of the engine as plain data. */
export interface EngineFailure {
  readonly message: string;
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;
}

/**
 * A failure that crossed the port; `place` says where in the source, when the reader knew, `joinable` that
 * another file may complete this one.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;

  constructor({ message, place, joinable }: EngineFailure) {
    super(message);
    this.place = place;
    this.joinable = joinable;
  }
}

/** By the fields alone: the worker's bundle and that of the engine each have a ReadError of their own. */
export function engineFailure(error: unknown): EngineFailure {
  const { place, joinable } = (error ?? {}) as Partial<EngineFailure>;
  return {
    message: error instanceof Error ? error.message : String(error),
    place: place ?? null,
    joinable: joinable === true,
  };
}
