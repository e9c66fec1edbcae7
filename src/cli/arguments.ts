import { parseArgs } from 'node:util';
import type { Parameters, Task } from '../shared/metricId';
import { own } from '../shared/own';
import type { RoleChoices } from '../shared/roleChoices';
import { UsageError } from './usageError';

export interface Command {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly choices: RoleChoices;
  readonly parameters: Partial<Parameters>;
  readonly worst?: number;
  /** Columns to group the loss by. */
  readonly by: readonly string[];
  /** A value some script printed, to be explained. */
  readonly explain?: string;
}

const usage = `Usage: loss-lens inspect FILE... [--json] [--task T] [--target COL] [--prediction COL]...
  [--probability COL]... [--probability MODEL=COL,COL,...]... [--weight COL] [--positive LABEL]
  [--huber-delta X] [--quantile X] [--tolerance X] [--label-smoothing X] [--class-weight LABEL=W]...
  [--series COL] [--cutoff COL] [--horizon COL] [--season N] [--by COL]... [--worst N]
  [--explain VALUE] [--parts | --no-parts]
  FILE is a file, a folder, a pattern or - for standard input.
Or: loss-lens sql --dialect D --table T ... prints SQL for a table too large to read.`;

const tasks: readonly Task[] = ['regression', 'binary', 'multiclass', 'errors', 'training'];

type Draft = { -readonly [K in keyof Command]: Command[K] };
type Flag = (draft: Draft, value: string) => void;

const flags: Readonly<Record<string, Flag>> = {
  '--task': (draft, value) => {
    if (!tasks.includes(value as Task)) {
      throw new UsageError(`--task must be one of ${tasks.join(', ')}, not "${value}".`);
    }
    draft.choices = { ...draft.choices, task: value as Task };
  },
  '--target': (draft, value) => {
    draft.choices = { ...draft.choices, target: value };
  },
  '--prediction': (draft, value) => {
    const predictions = [...(draft.choices.predictions ?? []), value];
    draft.choices = { ...draft.choices, predictions };
  },
  '--probability': (draft, value) => {
    draft.choices = withProbability(draft.choices, value);
  },
  '--weight': (draft, value) => {
    draft.choices = { ...draft.choices, weight: value };
  },
  '--positive': (draft, value) => {
    draft.choices = { ...draft.choices, positive: value };
  },
  '--huber-delta': (draft, value) => {
    const huberDelta = numberOf('--huber-delta', value);
    if (huberDelta <= 0) throw new UsageError(`--huber-delta must be above 0, not ${value}.`);
    draft.parameters = { ...draft.parameters, huberDelta };
  },
  '--quantile': (draft, value) => {
    const quantile = numberOf('--quantile', value);
    if (quantile <= 0 || quantile >= 1) {
      throw new UsageError(`--quantile must lie between 0 and 1, not ${value}.`);
    }
    draft.parameters = { ...draft.parameters, quantile };
  },
  '--tolerance': (draft, value) => {
    const tolerance = numberOf('--tolerance', value);
    if (tolerance < 0) throw new UsageError(`--tolerance must not be negative, not ${value}.`);
    draft.parameters = { ...draft.parameters, tolerance };
  },
  '--label-smoothing': (draft, value) => {
    const labelSmoothing = numberOf('--label-smoothing', value);
    if (labelSmoothing < 0 || labelSmoothing > 1) {
      throw new UsageError(`--label-smoothing must lie from 0 to 1, not ${value}.`);
    }
    draft.parameters = { ...draft.parameters, labelSmoothing };
  },
  '--class-weight': (draft, value) => {
    draft.parameters = { ...draft.parameters, classWeights: withClassWeight(draft, value) };
  },
  '--worst': (draft, value) => {
    const worst = numberOf('--worst', value);
    if (!Number.isInteger(worst) || worst < 0) {
      throw new UsageError(`--worst must be a whole number, not "${value}".`);
    }
    draft.worst = worst;
  },
  '--series': (draft, value) => {
    draft.choices = { ...draft.choices, series: value };
  },
  '--cutoff': (draft, value) => {
    draft.choices = { ...draft.choices, cutoff: value };
  },
  '--horizon': (draft, value) => {
    draft.choices = { ...draft.choices, horizon: value };
  },
  '--season': (draft, value) => {
    const season = numberOf('--season', value);
    if (!Number.isInteger(season) || season < 1) {
      throw new UsageError(`--season must be a whole number of 1 or above, not "${value}".`);
    }
    draft.choices = { ...draft.choices, season };
  },
  '--by': (draft, value) => {
    draft.by = [...draft.by, value];
  },
  '--explain': (draft, value) => {
    numberOf('--explain', value);
    draft.explain = value;
  },
};

/** Flags without a value. */
const switches: Readonly<Record<string, (draft: Draft) => void>> = {
  '--json': draft => {
    draft.json = true;
  },
  '--parts': draft => {
    draft.choices = { ...draft.choices, parts: true };
  },
  '--no-parts': draft => {
    draft.choices = { ...draft.choices, parts: false };
  },
};

/** Reads a command line without the program's own name. Throws a UsageError. */
export function parseArguments([command, ...args]: readonly string[]): Command {
  if (command !== 'inspect') throw new UsageError(usage);
  const draft: Draft = { files: [], json: false, choices: {}, parameters: {}, by: [] };
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') draft.files = [...draft.files, token.value];
    else if (token.kind === 'option') takeOption(draft, token);
  }
  if (draft.files.length === 0) throw new UsageError(`No file to inspect. ${usage}`);
  return draft;
}

interface Option {
  /** As it was written, dashes included. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Not strict, so that a value may be a negative number; what is unknown or has no value is refused here. */
function tokensOf(args: readonly string[]) {
  const typed = (table: object, type: 'string' | 'boolean') =>
    Object.fromEntries(Object.keys(table).map(name => [name.slice(2), { type }]));
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...typed(switches, 'boolean'), ...typed(flags, 'string') },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens;
}

function takeOption(draft: Draft, { rawName, value, inlineValue = false }: Option): void {
  const turn = own(switches, rawName);
  if (turn !== undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value. ${usage}`);
    turn(draft);
    return;
  }
  const flag = own(flags, rawName);
  if (flag === undefined) throw new UsageError(`There is no option ${rawName}. ${usage}`);
  if (value === undefined || (!inlineValue && value.startsWith('--'))) {
    throw new UsageError(`${rawName} needs a value. ${usage}`);
  }
  flag(draft, value);
}

/** `COL` is P(positive) of one model; `MODEL=COL,COL` are the class columns of one. */
function withProbability(choices: RoleChoices, value: string): RoleChoices {
  const equals = value.indexOf('=');
  const columns = value.slice(equals + 1).split(',');
  if (equals > 0 && columns.length > 1) {
    const classProbabilities = { ...choices.classProbabilities, [value.slice(0, equals)]: columns };
    return { ...choices, classProbabilities };
  }
  return { ...choices, probabilities: [...(choices.probabilities ?? []), value] };
}

/** `LABEL=W`; the last equals sign counts, because labels may hold some. */
function withClassWeight({ parameters }: Draft, value: string): Readonly<Record<string, number>> {
  const equals = value.lastIndexOf('=');
  if (equals < 1) throw new UsageError(`--class-weight takes LABEL=W, not "${value}".`);
  const weight = numberOf('--class-weight', value.slice(equals + 1));
  if (!(weight >= 0 && Number.isFinite(weight))) {
    throw new UsageError(`--class-weight must be 0 or above, not "${value}".`);
  }
  return { ...parameters.classWeights, [value.slice(0, equals)]: weight };
}

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) {
    throw new UsageError(`${name} needs a number, not "${value}".`);
  }
  return number;
}
