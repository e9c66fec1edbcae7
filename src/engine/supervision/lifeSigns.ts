import type { Port } from '../rpc/wire';

/** Milliseconds between two signs of life. */
export const beat = 1000;

/** What a worker says of itself besides its answers: it is free, and has taken so many messages. */
interface LifeSign {
  readonly type: 'alive';
  readonly taken: number;
}

/**
 * The worker's end of its port, with signs of life: one for each message before it is worked on, and one
 * every second while the thread is free.
 */
export function withLifeSigns(port: Port): Port {
  let taken = 0;
  const tell = (): void => port.post({ type: 'alive', taken } satisfies LifeSign);
  setInterval(tell, beat);
  return {
    post: message => port.post(message),
    listen: handler =>
      port.listen(message => {
        taken += 1;
        tell();
        handler(message);
      }),
  };
}

/** How many messages the worker had taken, when this is a sign of life. */
export function takenOf(message: unknown): number | undefined {
  const sign = message as Partial<LifeSign> | null;
  return sign?.type === 'alive' ? sign.taken : undefined;
}
