import type { ReadError } from '../readers/readError';

/** An error of the engine as plain data. */
export interface EngineFailure {
  readonly message: string;
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;
  readonly poolable: boolean;
}

/**
 * A failure that crossed the port; `place` says where in the source, when the reader knew, `joinable` that
 * another file may complete this one, `poolable` that the files may be parts of one table.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;
  readonly poolable: boolean;

  constructor({ message, place, joinable, poolable }: EngineFailure) {
    super(message);
    this.place = place;
    this.joinable = joinable;
    this.poolable = poolable;
  }
}

/** By the fields alone: the worker's bundle and that of the engine each have a ReadError of their own. */
export function engineFailure(error: unknown): EngineFailure {
  const { place, joinable, poolable } = (error ?? {}) as Partial<EngineFailure>;
  return {
    message: error instanceof Error ? error.message : String(error),
    place: place ?? null,
    joinable: joinable === true,
    poolable: poolable === true,
  };
}
