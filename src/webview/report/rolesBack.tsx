import type { VNode } from 'preact';
import type { Inspection } from '../../shared/protocol/inspection';
import type { RoleChoices } from '../../shared/roleChoices';
import { useHeld } from '../changing';
import { usePage } from '../context';
import { Button } from '../parts/button';
import { chooseRoles } from './chooseRoles';

const asIs = (choices: RoleChoices | undefined): RoleChoices | undefined => choices;

/** The ways back from roles that were chosen by hand: the last ones, or those that are guessed. */
export function RolesBack({ inspection }: { readonly inspection: Inspection }): VNode | null {
  const page = usePage();
  const replaced = useHeld(page.replaced, asIs);
  const isChosen = Object.keys(inspection.choices).length > 0;
  if (replaced === undefined && !isChosen) return null;
  return (
    <div class="buttons">
      {replaced !== undefined && (
        <Button
          kind="quiet"
          id="roles-undo"
          onClick={() => chooseRoles(page, inspection, replaced)}
        >
          Undo
        </Button>
      )}
      {isChosen && (
        <Button kind="quiet" id="roles-guess" onClick={() => chooseRoles(page, inspection, {})}>
          Guess Again
        </Button>
      )}
    </div>
  );
}
