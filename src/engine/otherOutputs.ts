import type { BesideOutput } from '../core/explain/beside';
import type { ModelSamples } from '../core/samples/modelSamples';
import { modelSamplesOf } from '../core/samples/modelSamplesOf';
import type { Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import type { Roles } from '../roles/roles';
import { toSamples } from '../roles/toSamples';

/** More outputs than these are not looked at. */
const maxOutputs = 50;

/** The outputs that stand beside the one that is shown, read as that one is; without those that cannot be. */
export function otherOutputs(table: Table, { otherTargets, task }: Roles): readonly BesideOutput[] {
  return (otherTargets ?? []).slice(0, maxOutputs).flatMap(target => {
    const models = modelsOf(table, target);
    const [model] = models.filter(one => one.task === task && one.n > 0);
    return model === undefined ? [] : [{ target, model }];
  });
}

function modelsOf(table: Table, target: string): readonly ModelSamples[] {
  try {
    const { known: _, ...rest } = table;
    return modelSamplesOf(toSamples(rest, guessRoles(rest, { target }))).models;
  } catch {
    return [];
  }
}
