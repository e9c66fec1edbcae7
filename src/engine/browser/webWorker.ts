import { ReadError } from '../../readers/readError';
import type { Environment } from '../environment';
import { inProcessEngine } from '../inProcessEngine';
import type { Port } from '../rpc/wire';
import { serveEngine } from '../serveEngine';
import { withLifeSigns } from '../supervision/lifeSigns';

/** The part of a web worker's global scope that is used here. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', handler: (event: { readonly data: unknown }) => void): void;
}

/** A browser has no files of its own; the host sends bytes. */
const environment: Environment = {
  openFile: (_path, name) =>
    Promise.reject(new ReadError({ source: name }, 'files cannot be opened by path in a browser')),
};

const scope = globalThis as unknown as WorkerScope;
const port: Port = {
  post: message => scope.postMessage(message),
  listen: handler => scope.addEventListener('message', ({ data }) => handler(data)),
};
serveEngine(withLifeSigns(port), inProcessEngine(environment));
