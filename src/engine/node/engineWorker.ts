import { parentPort } from 'node:worker_threads';
import type { Port } from '../rpc/wire';
import { serveEngine } from '../serveEngine';
import { withLifeSigns } from '../supervision/lifeSigns';
import { localEngine } from './localEngine';
import { outliveStrayRejections } from './outliveStrayRejections';

if (parentPort !== null) {
  const parent = parentPort;
  const port: Port = {
    post: message => parent.postMessage(message),
    listen: handler => parent.on('message', handler),
  };
  outliveStrayRejections();
  serveEngine(withLifeSigns(port), localEngine());
}
