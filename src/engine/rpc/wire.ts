/** The one pair of ends that two sides talk through: a worker's port, or two functions in a test. */
export interface Port {
  post(message: unknown): void;
  listen(handler: (message: unknown) => void): void;
}

/** An interface that can be called from the other side: every method answers with a promise. */
export type Remotable<T> = { readonly [Name in keyof T]: (...args: never[]) => Promise<unknown> };

export type Request =
  | {
      readonly type: 'call';
      readonly call: number;
      readonly method: string;
      readonly arguments: readonly unknown[];
      /** The functions of the caller's watch; absent when the call has none. */
      readonly watch?: readonly string[];
    }
  | { readonly type: 'cancel'; readonly call: number };

/** Every call ends in exactly one `done` or `failed`; what the caller watches for may come before. */
export type Reply =
  | { readonly type: 'done'; readonly call: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly call: number; readonly failure: unknown }
  | {
      readonly type: 'seen';
      readonly call: number;
      readonly name: string;
      readonly value: unknown;
    };
