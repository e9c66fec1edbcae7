import { Worker } from 'node:worker_threads';
import type { Engine } from '../engine';
import type { EngineWorker } from '../supervision/life';
import { supervisedEngine } from '../supervision/supervisedEngine';
import type { Patience } from '../supervision/supervisor';

const causes: ReadonlyMap<string, string> = new Map([
  ['ERR_WORKER_OUT_OF_MEMORY', 'it takes more memory than there is'],
  ['MODULE_NOT_FOUND', 'a file of the extension is missing'],
]);

/** An engine in a worker thread of its own, started from the bundle at `workerPath` and watched over. */
export function startWorkerEngine(workerPath: string, patience?: Patience): Engine {
  return supervisedEngine(() => startWorker(workerPath), patience);
}

function startWorker(workerPath: string): EngineWorker {
  const worker = new Worker(workerPath);
  worker.unref();
  return {
    port: {
      post: message => worker.postMessage(message),
      listen: handler => worker.on('message', handler),
    },
    end: () => void worker.terminate(),
    onDeath: handler => {
      worker.on('error', error => handler(causeOf(error)));
      worker.on('exit', () => handler('it ended by itself'));
    },
  };
}

function causeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return causes.get(String(code)) ?? 'it met something that it was not made for';
}
