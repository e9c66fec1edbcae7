import type { Engine } from './engine';
import { engineFailure } from './engineError';
import { serve } from './rpc/serve';
import type { Port } from './rpc/wire';

/** Answers the calls that arrive at `port` with `engine`. */
export function serveEngine(port: Port, engine: Engine): void {
  serve<Engine>(port, engine, engineFailure);
}
