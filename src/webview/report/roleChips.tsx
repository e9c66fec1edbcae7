import type { VNode } from 'preact';
import type { LossReport } from '../../shared/lossReport';
import { isPooled } from '../../shared/lossRows';
import type { Inspection } from '../../shared/protocol/inspection';
import { counted } from '../number';
import { Name } from '../parts/name';

interface Chip {
  readonly role: string;
  readonly names: readonly string[];
}

const most = 4;

/** Which column is what, and the word that changes it. */
export function RoleChips({ inspection }: { readonly inspection: Inspection }): VNode {
  return (
    <span class="chips">
      {chipsOf(inspection.report).map(({ role, names }) => (
        <span key={role} class="chip">
          <span class="quiet">{role}</span>
          {names.slice(0, most).map(name => (
            <Name key={name} text={name} />
          ))}
          {names.length > most && <span class="quiet">{`+${names.length - most}`}</span>}
        </span>
      ))}
      <span class="change">
        Change<span class="unseen"> roles</span>
      </span>
    </span>
  );
}

function chipsOf({ roles, models, runs }: LossReport): readonly Chip[] {
  const names = [...new Set(models.filter(isPooled).map(({ name }) => name))];
  const curves = runs.reduce((sum, { series }) => sum + series.length, 0);
  const chips: readonly [string, readonly (string | null | undefined)[]][] = [
    ['target', [roles.target]],
    [names.length > 1 ? 'models' : 'model', names],
    ['weight', [roles.weight]],
    ['split', [roles.split]],
    ['id', [roles.id]],
    [counted(curves, 'curve'), curves > 0 ? [`over ${runs[0]?.x ?? 'rows'}`] : []],
  ];
  return chips
    .map(([role, found]) => ({ role, names: found.filter(name => typeof name === 'string') }))
    .filter(chip => chip.names.length > 0);
}
