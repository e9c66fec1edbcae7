import type { Engine } from '../../src/engine/engine';
import type { Port } from '../../src/engine/rpc/wire';
import { serveEngine } from '../../src/engine/serveEngine';
import type { EngineWorker } from '../../src/engine/supervision/life';

export interface FakeWorkers {
  /** Starts one more worker. */
  readonly start: () => EngineWorker;
  /** How many were started. */
  readonly started: () => number;
  /** The running worker hears and says nothing any more, as in an endless loop. */
  hang(): void;
  /** The running worker dies. */
  die(cause: string): void;
}

/** Workers on this thread that answer with the engines that `engineOf` makes, one for each. */
export function fakeWorkers(engineOf: (workers: FakeWorkers) => Engine): FakeWorkers {
  const lives: { hung: boolean; dead: (cause: string) => void }[] = [];
  const start = (): EngineWorker => {
    const life = { hung: false, dead: (_: string): void => undefined };
    lives.push(life);
    const handlers: ((message: unknown) => void)[] = [() => undefined, () => undefined];
    const port = (own: number): Port => ({
      post: message => {
        const copy = structuredClone(message);
        if (own === 1 && life.hung) return;
        setImmediate(() => {
          if (own === 1 || !life.hung) handlers[1 - own]!(copy);
        });
      },
      listen: handler => {
        handlers[own] = handler;
      },
    });
    const [near, far] = [port(0), port(1)];
    let taken = 0;
    serveEngine(
      {
        post: far.post,
        listen: handler =>
          far.listen(message => {
            taken += 1;
            far.post({ type: 'alive', taken });
            handler(message);
          }),
      },
      engineOf(workers),
    );
    return {
      port: near,
      end: () => {
        life.hung = true;
      },
      onDeath: handler => {
        life.dead = handler;
      },
    };
  };
  const workers: FakeWorkers = {
    start,
    started: () => lives.length,
    hang: () => {
      lives.at(-1)!.hung = true;
    },
    die: cause => setImmediate(lives.at(-1)!.dead, cause),
  };
  return workers;
}
