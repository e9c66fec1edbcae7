interface OpenCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Numbers calls that cross a border, and hands each answer to whoever waits for it. */
export class OpenCalls {
  readonly #open = new Map<number, OpenCall>();
  #last = 0;

  /** A new call; `send` takes its number across. */
  start<T>(send: (call: number) => void): Promise<T> {
    this.#last += 1;
    const call = this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#open.set(call, { resolve: resolve as (value: unknown) => void, reject });
      send(call);
    });
  }

  /** An answer that nobody waits for is dropped. */
  resolve(call: number, value: unknown): void {
    this.#take(call)?.resolve(value);
  }

  reject(call: number, error: Error): void {
    this.#take(call)?.reject(error);
  }

  /** Ends every open call in the same way. */
  endAll(end: (call: OpenCall) => void): void {
    const calls = [...this.#open.values()];
    this.#open.clear();
    for (const call of calls) end(call);
  }

  #take(call: number): OpenCall | undefined {
    const open = this.#open.get(call);
    this.#open.delete(call);
    return open;
  }
}
