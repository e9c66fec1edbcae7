import type { Inspection } from '../../shared/protocol/inspection';
import type { RoleChoices } from '../../shared/roleChoices';
import type { PageContext } from '../context';

/** Asks for the report under other roles; the ones there are can be had back. */
export function chooseRoles(page: PageContext, inspection: Inspection, choices: RoleChoices): void {
  page.replaced.set(inspection.choices);
  page.post({ type: 'configure', choices });
}
