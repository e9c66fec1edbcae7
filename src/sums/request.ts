import { withoutEdges } from '../shared/withoutEdges';
import type { DialectId } from './dialect';
import { RequestProblem } from './requestProblem';
import type { SumsTask } from './sumsTask';

/** What a person wants to be summed up. */
export interface SumsRequest {
  readonly dialect: DialectId;
  readonly table: string;
  /** Left out where the columns are errors. */
  readonly target?: string;
  readonly task?: SumsTask;
  /** Columns of predicted values, or of errors. */
  readonly predictions: readonly string[];
  /** Columns of P(positive). */
  readonly probabilities: readonly string[];
  /** Model name -> its class columns. */
  readonly classProbabilities: Readonly<Record<string, readonly string[]>>;
  readonly positive?: string;
  readonly weight?: string;
  readonly by: readonly string[];
  /** How many worst rows the second statement asks for. */
  readonly worst: number;
}

/** What is summed up, with the columns of each model: one, or one of each class. */
export interface Plan {
  readonly task: SumsTask;
  readonly target: string | null;
  readonly models: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly classes: readonly string[];
}

/** The task and its models. Throws a RequestProblem with one sentence where they do not go together. */
export function planOf(request: SumsRequest): Plan {
  const task = request.task ?? taskOf(request);
  const plan = { task, target: request.target ?? null, ...modelsOf(request, task) };
  if (task === 'errors' ? plan.target !== null : plan.target === null) {
    throw new RequestProblem(
      task === 'errors'
        ? 'Errors alone have no target: leave out --target, or --task errors.'
        : `The sums of a ${task} task need the column of true values: --target COL.`,
    );
  }
  if (plan.models.length > 20) throw new RequestProblem('A statement takes at most 20 models.');
  if (request.by.length > 4)
    throw new RequestProblem('A statement takes at most 4 columns of groups.');
  return plan;
}

function taskOf({ predictions, probabilities, classProbabilities, target }: SumsRequest): SumsTask {
  const kinds: readonly (readonly [boolean, SumsTask])[] = [
    [probabilities.length > 0, 'binary'],
    [Object.keys(classProbabilities).length > 0, 'multiclass'],
    [predictions.length > 0, target === undefined ? 'errors' : 'regression'],
  ];
  const [only, ...others] = kinds.filter(([isThere]) => isThere);
  if (only !== undefined && others.length === 0) return only[1];
  throw new RequestProblem(
    only === undefined
      ? 'Name the columns to be judged: --prediction COL, --probability COL or --probability MODEL=COL,COL,...'
      : 'One statement sums up one kind of column: predictions, probabilities of the positive class or class columns.',
  );
}

function modelsOf(request: SumsRequest, task: SumsTask): Pick<Plan, 'models' | 'classes'> {
  if (task === 'multiclass') return classModels(request);
  const columns = task === 'binary' ? request.probabilities : request.predictions;
  if (columns.length === 0) {
    const flag = task === 'binary' ? '--probability COL' : '--prediction COL';
    throw new RequestProblem(`The sums of a ${task} task need ${flag}.`);
  }
  return { models: columns.map(name => ({ name, columns: [name] })), classes: [] };
}

function classModels({ classProbabilities }: SumsRequest): Pick<Plan, 'models' | 'classes'> {
  const models = Object.entries(classProbabilities).map(([name, columns]) => ({ name, columns }));
  const [first] = models;
  if (first === undefined) {
    throw new RequestProblem(
      'The sums of a multiclass task need the class columns: --probability MODEL=COL,COL,...',
    );
  }
  const classes = classNames(first.columns);
  const other = models.find(({ columns }) => classNames(columns).join('\n') !== classes.join('\n'));
  if (other !== undefined) {
    throw new RequestProblem(
      `The columns of "${other.name}" are of other classes than those of "${first.name}".`,
    );
  }
  if (new Set(classes).size < classes.length || classes.length < 2 || classes.length > 100) {
    throw new RequestProblem('A model needs from 2 to 100 class columns with different names.');
  }
  return { models, classes };
}

/** What is left of the names of class columns without what all begin and end with: `p_cat`, `p_dog` are of cat and dog. */
export function classNames(columns: readonly string[]): readonly string[] {
  const shortest = Math.min(...columns.map(({ length }) => length));
  const [first = ''] = columns;
  let begin = 0;
  while (begin < shortest && columns.every(name => name[begin] === first[begin])) begin++;
  // Only whole words go: `p_10` and `p_11` are of 10 and 11.
  const stem = first.slice(0, begin).replace(/[^_.(\- ]*$/, '');
  const cut = columns.map(name => name.slice(stem.length).replace(/\)$/, ''));
  const digits = cut.map(name => /^[A-Za-z]+(\d+)$/.exec(name)?.[1]);
  return digits.every(digit => digit !== undefined) && sameLetters(cut)
    ? digits.map(digit => digit!)
    : cut;
}

function sameLetters(names: readonly string[]): boolean {
  return new Set(names.map(name => withoutEdges(name, /\d/, 'end'))).size === 1;
}
