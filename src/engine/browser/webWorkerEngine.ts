import type { Engine } from '../engine';
import type { EngineWorker } from '../supervision/life';
import { supervisedEngine } from '../supervision/supervisedEngine';

/** The part of a web worker that is used here. */
export interface WebWorker {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message' | 'error',
    handler: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

/** The engine in web workers that `start` makes, the next one when one was lost. */
export function webWorkerEngine(start: () => WebWorker): Engine {
  return supervisedEngine(() => supervised(start()));
}

function supervised(worker: WebWorker): EngineWorker {
  return {
    port: {
      post: message => worker.postMessage(message),
      listen: handler => worker.addEventListener('message', ({ data }) => handler(data)),
    },
    end: () => worker.terminate(),
    onDeath: handler =>
      worker.addEventListener('error', () => handler('it met something that it was not made for')),
  };
}
