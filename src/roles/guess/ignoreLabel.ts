import { withoutLabel } from '../unlabelled';
import { type Candidate, isNumeric, wordsIn } from './candidate';
import { Facts } from './facts';

/** Numbers that stand for "no label" by convention, the plainest first. */
const marks: readonly number[] = [-100, 255, -1];
/** Classes are counted from 0 up to here where a mark stands beside them. */
const maxClasses = 100;

/** A candidate without the rows that have no label, and the number that marks them. */
export interface Unlabelled {
  readonly candidate: Candidate;
  readonly label: number;
}

/**
 * The target without its rows that are marked as having no label (-100, 255, -1 beside classes from 0 on),
 * where no prediction ever names the mark; undefined for any other target.
 */
export function ignoreLabel(
  target: Candidate,
  others: readonly Candidate[],
): Unlabelled | undefined {
  if (!isNumeric(target) || target.column.kind !== 'number' || !target.facts.integer)
    return undefined;
  const values = [...target.facts.labels.keys()].map(Number);
  const label = marks.find(mark => values.includes(mark));
  const classes = values.filter(value => value !== label);
  if (label === undefined || !areClasses(classes)) return undefined;
  const rest = others.filter(one => one !== target && isNumeric(one));
  if (!rest.some(one => tellsClasses(one, classes)) || rest.some(one => names(one, label))) {
    return undefined;
  }
  const column = withoutLabel(target.column, label);
  const candidate = { ...target, column, facts: new Facts(column, target.facts.rows) };
  return { candidate, label };
}

function areClasses(classes: readonly number[]): boolean {
  return classes.length > 0 && classes.every(value => value >= 0 && value < maxClasses);
}

/** Chances, scores of classes, or labels out of the same classes. */
function tellsClasses({ facts, said }: Candidate, classes: readonly number[]): boolean {
  if (said?.role === 'logit' || said?.role === 'margin' || said?.role === 'probability')
    return true;
  if (facts.unitShare === 1 && !facts.integer) return true;
  return facts.integer && [...facts.labels.keys()].every(key => classes.includes(Number(key)));
}

/** A prediction that names the mark takes it for a class. */
function names({ facts, said, name }: Candidate, label: number): boolean {
  const isPrediction = said?.role === 'prediction' || wordsIn(name).includes('pred');
  return isPrediction && facts.integer && facts.labels.has(String(label));
}
