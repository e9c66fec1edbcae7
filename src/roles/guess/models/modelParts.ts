import { type Candidate, wordsIn } from '../candidate';
import type { ClassGroup } from './classColumns';
import { modelKey, scoreKeys } from './modelKey';
import { commonName } from './modelName';
import { useOf } from './useOf';

/** A model while its columns are being put together. */
export interface ModelParts {
  readonly key: string;
  readonly label?: Candidate;
  readonly probability?: Candidate;
  readonly margin?: Candidate;
  readonly group?: ClassGroup;
}

/** Hard labels together with the probabilities, margins and class columns of the same model. */
export function assemble(
  target: Candidate,
  hard: readonly Candidate[],
  groups: readonly ClassGroup[],
  singles: readonly Candidate[],
): readonly ModelParts[] {
  const parts = new Assembly();
  for (const label of hard) parts.add(modelKey(label, target), { label });
  for (const group of groups) {
    const isOnly = groups.every(one => one === group || one.isLogit !== group.isLogit);
    parts.attach([wordsIn(group.key).join(' '), group.key], 'group', { group }, isOnly);
  }
  for (const use of ['probability', 'margin'] as const) {
    const own = singles.filter(one => useOf(target, one) === use);
    for (const one of own) {
      parts.attach(scoreKeys(one, target), use, { [use]: one }, own.length === 1);
    }
  }
  return parts.models;
}

type Columns = Omit<ModelParts, 'key'>;

/** Models under construction, found by their keys. */
class Assembly {
  readonly models: ModelParts[] = [];
  readonly #byKey = new Map<string, number[]>();
  /** By key and use: how many of the key's models are known to have such columns. */
  readonly #taken = new Map<string, number>();

  add(key: string, columns: Columns): void {
    const own = this.#byKey.get(key) ?? [];
    own.push(this.models.length);
    this.#byKey.set(key, own);
    this.models.push({ key, ...columns });
  }

  /** Gives columns to the model of that key, to the only model if they are the only ones, else to a new one. */
  attach(keys: readonly string[], use: keyof Columns, columns: Columns, isOnly: boolean): void {
    const only = isOnly && this.models.length === 1 && !(use in this.models[0]!) ? 0 : undefined;
    const at = keys.map(key => this.#free(key, use)).find(place => place !== undefined) ?? only;
    if (at === undefined) this.add(keys[0] ?? '', columns);
    else this.models[at] = { ...this.models[at]!, ...columns };
  }

  /** The first model of the key without columns of that use. */
  #free(key: string, use: keyof Columns): number | undefined {
    const own = this.#byKey.get(key) ?? [];
    const place = JSON.stringify([key, use]);
    let taken = this.#taken.get(place) ?? 0;
    while (taken < own.length && use in this.models[own[taken]!]!) taken++;
    this.#taken.set(place, taken);
    return own[taken];
  }
}

/** The columns of a group in the order of the classes. */
export function inOrder(group: ClassGroup, labels: readonly string[]): string[] {
  const places = new Map(group.classes.map((label, place) => [label, place]));
  const byName = labels.map(label => group.columns[places.get(label) ?? -1]);
  const columns = byName.every(column => column !== undefined) ? byName : group.columns;
  return columns.map(({ name }) => name);
}

/** The name of a model by the contract: hard label, else probability, else what class columns share. */
export function nameOf({ label, probability, margin, group }: ModelParts): string {
  const single = label ?? (group === undefined ? (probability ?? margin) : undefined);
  return single?.name ?? group!.name ?? commonName(group!.columns.map(({ name }) => name));
}
