import type { ModelRoles } from '../roles';

/** All columns that a target and models are made of. */
export function usedColumns(target: string | null, models: readonly ModelRoles[]): Set<string> {
  const columns = models.flatMap(model => [
    model.prediction,
    ...(model.probability ?? []),
    ...(model.logits ?? []),
    model.margin,
    model.confidence,
    model.lower,
    model.upper,
    model.variance,
    ...(model.quantiles ?? []).map(({ column }) => column),
  ]);
  return new Set([target, ...columns].filter(name => name !== undefined && name !== null));
}
