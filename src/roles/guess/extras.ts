import { type Candidate, isFraction, isNumeric, isTextLabels, wordsIn } from './candidate';
import type { Survey } from './survey';

/** Columns beside target and models: weights, split, id, groups. */
export interface Extras {
  readonly weight: string | null;
  readonly split: string | null;
  /** In a long table, the column that names the model of a row. */
  readonly byModel?: string;
  readonly id: string | null;
  readonly groups: readonly string[];
}

export function extrasOf({ candidates, choices }: Survey, used: ReadonlySet<string>): Extras {
  const free = candidates.filter(({ name }) => !used.has(name));
  const weight = choices.weight === undefined ? nameOf(weightIn(free)) : choices.weight;
  const split = choices.split === undefined ? nameOf(free.find(isSplit)) : choices.split;
  const byModel = free.find(one => isModelColumn(one) && one.name !== split)?.name;
  const id = choices.id === undefined ? nameOf(idIn(free)) : choices.id;
  const taken = [weight, split, byModel, id];
  const rest = free.filter(({ name }) => !taken.includes(name));
  return {
    weight,
    split,
    ...(byModel === undefined ? {} : { byModel }),
    id,
    groups: rest
      .filter(isGroup)
      .slice(0, maxGroups)
      .map(one => one.name),
  };
}

const maxGroups = 12;
const maxGroupLabels = 50;
const maxFeatures = 2;

function nameOf(candidate: Candidate | undefined): string | null {
  return candidate?.name ?? null;
}

/** `weight` may be a feature like any other where a table has many. */
function weightIn(free: readonly Candidate[]): Candidate | undefined {
  const found = free.find(
    one => one.said?.role === 'weight' && isNumeric(one) && one.facts.min >= 0,
  );
  const features = free.filter(one => one.said === null && isNumeric(one) && !one.facts.rising);
  return found?.said?.strength === 3 || features.length <= maxFeatures ? found : undefined;
}

/** Words that tell rows of training from others. */
export const splitWords: ReadonlySet<string> = new Set([
  ...['train', 'training', 'test', 'testing', 'val', 'valid', 'validation', 'dev', 'eval'],
  ...[
    'holdout',
    'calibration',
    'oof',
    'treino',
    'teste',
    'entrenamiento',
    'prueba',
    'apprentissage',
  ],
]);

/** Texts such as train and test in a column called split, set, dataset, stage, ... */
function isSplit(one: Candidate): boolean {
  if (one.said?.role !== 'split' || !isTextLabels(one)) return false;
  const labels = [...one.facts.labels.keys()];
  if (labels.length < 2 || labels.length > 10) return false;
  return labels.filter(label => wordsIn(label).some(word => splitWords.has(word))).length >= 2;
}

/** In a long table the rows of each model are reported apart. */
function isModelColumn(one: Candidate): boolean {
  return one.said?.role === 'model' && isTextLabels(one) && repeats(one);
}

/** Named ids first, then an index, then names of files or samples, then what counts up. */
function idIn(free: readonly Candidate[]): Candidate | undefined {
  const tests: readonly ((one: Candidate) => boolean)[] = [
    one => one.said?.role === 'id' && one.said.strength === 2,
    one => one.said?.role === 'index',
    one => one.said?.role === 'id' && isDifferentInEachRow(one),
    one => one.said === null && isNumeric(one) && one.facts.integer && one.facts.rising,
  ];
  const models = free.filter(
    one => one.facts.rows > 1 && one.column.kind !== 'empty' && !isFraction(one),
  );
  for (const test of tests) {
    const found = models.find(test);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isDifferentInEachRow({ facts }: Candidate): boolean {
  return facts.labels.size >= facts.rows * 0.9;
}

function isGroup(one: Candidate): boolean {
  const isNamed = one.said?.role === 'group' || one.said?.role === 'model';
  return (one.column.kind === 'label' || isNamed) && repeats(one);
}

/** Few different cells, each of them twice on average. */
function repeats({ facts: { labels, rows } }: Candidate): boolean {
  return labels.size > 1 && labels.size <= maxGroupLabels && labels.size <= rows / 2;
}
