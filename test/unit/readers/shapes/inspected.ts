import { localEngine } from '../../../../src/engine/node/localEngine';
import type { LossReport } from '../../../../src/shared/lossReport';
import type { RoleChoices } from '../../../../src/shared/roleChoices';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The report on files that exist in memory only. */
export async function inspected(files: Files, choices: RoleChoices = {}): Promise<LossReport> {
  const sources = Object.entries(files).map(([name, content]) => ({
    kind: 'bytes' as const,
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const { report } = await localEngine().inspect(sources, { choices });
  return report;
}

/** `regression price: linear 5, forest 5`, or `training epoch: loss 3, val_loss 3`. */
export function summary({ task, roles, models, runs }: LossReport): string {
  if (task !== 'training') {
    return `${task} ${roles.target}: ${models.map(({ name, n }) => `${name} ${n}`).join(', ')}`;
  }
  const told = runs.map(
    ({ x, series }) => `${x}: ${series.map(s => `${s.name} ${s.n}`).join(', ')}`,
  );
  return `training ${told.join(' | ')}`;
}
