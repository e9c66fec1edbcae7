import { roleOfName } from '../../names/names';
import { type Candidate, isFraction, isNumeric, isTextLabels, wordsIn } from './candidate';
import { addUpToOne } from './models/shares';

/**
 * `y_pred[0]`, `y_pred[1]`, ...: a matrix whose rows add up to 1 has one probability per class, and one with as
 * many columns as a column of class numbers beside it has classes has one score per class, whatever its name.
 */
export function asClassScores(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.some(one => one.said?.role === 'target' && isFraction(one))) return candidates;
  const renamed = new Map<Candidate, string>();
  for (const [matrix, columns] of scoreMatrices(candidates)) {
    const word = wordFor([...columns.keys()], candidates);
    if (word === undefined) continue;
    for (const [one, index] of columns) {
      if (isOpen(one)) renamed.set(one, `${matrix} ${word}[${index}]`);
    }
  }
  return candidates.map(one => {
    const name = renamed.get(one);
    const said = name === undefined ? null : roleOfName(name);
    return said === null
      ? one
      : { ...one, said: { ...said, stem: one.name }, stem: wordsIn(said.stem) };
  });
}

/** `preds[2]`, and `resps[2][0]` where each class has its score and something else. */
const scoreOfClass = /^(.+?)\[(\d+)\](?:\[0\])?$/;

/** The columns of each array of rows with their numbers, by the array's name. */
function scoreMatrices(
  candidates: readonly Candidate[],
): ReadonlyMap<string, ReadonlyMap<Candidate, string>> {
  const found = new Map<string, Map<Candidate, string>>();
  for (const one of candidates) {
    const [, matrix, index] = scoreOfClass.exec(one.name) ?? numbered(one) ?? [];
    if (matrix === undefined || index === undefined) continue;
    found.set(matrix, (found.get(matrix) ?? new Map()).set(one, index));
  }
  return found;
}

/** `prediction_2`: a number behind a name that speaks of predictions; features are numbered too. */
function numbered({ name, said }: Candidate): RegExpExecArray | null {
  const speaks = said?.role === 'prediction' || said?.role === 'score';
  return speaks ? /^(.*[^\d_\s.-])[_\s.-]?(\d+)$/.exec(name) : null;
}

function isOpen({ said }: Candidate): boolean {
  return said === null || said.role === 'prediction' || said.role === 'score';
}

/** What the columns of a matrix hold for each class; undefined where they may be anything. */
function wordFor(
  columns: readonly Candidate[],
  candidates: readonly Candidate[],
): 'prob' | 'logit' | undefined {
  if (columns.length < 2 || !columns.every(isNumeric)) return undefined;
  const isUnit = columns.every(({ facts }) => facts.unitShare === 1);
  if (isUnit && addUpToOne(columns)) return 'prob';
  if (columns.every(({ facts }) => facts.integer)) return undefined;
  const isTold = candidates.some(
    one => !columns.includes(one) && numbersClasses(one, columns.length),
  );
  return isTold ? 'logit' : undefined;
}

/** What marks a row without a label, beside the numbers of the classes. */
const marks: ReadonlySet<number> = new Set([-100, -1]);

/** Whole numbers from 0 to below `count`, several of them, in a column that may be the target. */
function numbersClasses(one: Candidate, count: number): boolean {
  const { said, facts } = one;
  const canBe = said === null || said.role === 'target' || said.role === 'label';
  if (!canBe || !(isNumeric(one) ? facts.integer : isTextLabels(one))) return false;
  const values = [...facts.labels.keys()].map(Number).filter(value => !marks.has(value));
  return (
    values.length > 1 &&
    values.every(value => Number.isInteger(value) && value >= 0 && value < count)
  );
}
