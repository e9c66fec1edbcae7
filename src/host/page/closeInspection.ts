import type { Inspection } from '../../shared/protocol/inspection';
import type { Services } from '../services';

/** Lets the engine forget what nobody asks about any more. */
export function closeInspection({ engine }: Services, inspection: Inspection | undefined): void {
  if (inspection === undefined) return;
  engine()
    .close(inspection.id)
    .catch(() => undefined);
}
