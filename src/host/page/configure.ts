import type { Inspection, InspectOptions } from '../../shared/protocol/inspection';
import type { Services } from '../services';
import { inspectOptions } from '../settings';

/** The same data under other roles or parameters; what `options` leaves out stays as it is. */
export function configure(
  { engine }: Services,
  { id, choices, parameters }: Inspection,
  options: InspectOptions,
): Promise<Inspection> {
  return engine().configure(id, {
    ...inspectOptions(),
    choices: options.choices ?? choices,
    parameters: { ...parameters, ...options.parameters },
  });
}
