import type { NameRoleId } from '../../names/nameRole';
import { roleOfName } from '../../names/names';

export type RoleHint = 'target' | 'prediction' | 'error' | 'metric' | 'epoch' | 'other';

const hints: Readonly<Partial<Record<NameRoleId, RoleHint>>> = {
  target: 'target',
  label: 'target',
  prediction: 'prediction',
  probability: 'prediction',
  confidence: 'prediction',
  score: 'prediction',
  logit: 'prediction',
  margin: 'prediction',
  quantile: 'prediction',
  error: 'error',
  residual: 'error',
  metric: 'metric',
  epoch: 'epoch',
  step: 'epoch',
};

/** Names come again and again where objects are listed. */
const known = new Map<string, RoleHint>();
const maxKnown = 10_000;

/** What the name of an array hints at. */
export function roleHint(name: string): RoleHint {
  const before = known.get(name);
  if (before !== undefined) return before;
  const role = roleOfName(name)?.role;
  const hint = (role === undefined ? undefined : hints[role]) ?? 'other';
  if (known.size >= maxKnown) known.clear();
  known.set(name, hint);
  return hint;
}

/** True when the keys are classes of the array `name`, not fields with meanings of their own. */
export function isKeyed(name: string, keys: readonly string[]): boolean {
  const role = roleOfName(name)?.role;
  if (role === 'probability' || role === 'logit') return true;
  const hint = role === undefined ? undefined : hints[role];
  const speaks = hint === 'prediction' || hint === 'target';
  return speaks && keys.every(key => roleHint(key) === 'other');
}
