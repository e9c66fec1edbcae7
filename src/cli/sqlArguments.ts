import { parseArgs } from 'node:util';
import { type DialectId, dialectIds } from '../sums/dialect';
import type { SumsRequest } from '../sums/request';
import { type SumsTask, sumsTasks } from '../sums/sumsTask';
import { UsageError } from './usageError';

const sqlUsage = `Usage: loss-lens sql --dialect D --table T [--target COL]
  (--prediction COL | --probability COL | --probability MODEL=COL,COL,...)... [--task T]
  [--positive LABEL] [--weight COL] [--by COL]... [--worst N]
  D is one of ${dialectIds.slice(0, 6).join(', ')},
  ${dialectIds.slice(6).join(', ')}.`;

const options = {
  dialect: { type: 'string' },
  table: { type: 'string' },
  target: { type: 'string' },
  prediction: { type: 'string', multiple: true },
  probability: { type: 'string', multiple: true },
  task: { type: 'string' },
  positive: { type: 'string' },
  weight: { type: 'string' },
  by: { type: 'string', multiple: true },
  worst: { type: 'string' },
} as const;

/** What the flags after `sql` ask for. Throws a UsageError. */
export function parseSqlArguments(args: readonly string[]): SumsRequest {
  const given = valuesOf(args);
  const { target, positive, weight } = given;
  return {
    dialect: oneOf<DialectId>('--dialect', dialectIds, given.dialect),
    table: needed('--table', given.table),
    ...(target === undefined ? {} : { target }),
    ...(given.task === undefined ? {} : { task: oneOf<SumsTask>('--task', sumsTasks, given.task) }),
    predictions: given.prediction ?? [],
    ...probabilitiesOf(given.probability ?? []),
    ...(positive === undefined ? {} : { positive }),
    ...(weight === undefined ? {} : { weight }),
    by: given.by ?? [],
    worst: worstOf(given.worst),
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const [why] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${why}. ${sqlUsage}`);
  }
}

function needed(flag: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${flag} is missing. ${sqlUsage}`);
  return value;
}

function oneOf<T extends string>(flag: string, all: readonly T[], value: string | undefined): T {
  const found = all.find(known => known === needed(flag, value));
  if (found !== undefined) return found;
  throw new UsageError(`${flag} must be one of ${all.join(', ')}, not "${value}".`);
}

/** `COL` is P(positive) of one model; `MODEL=COL,COL` are the class columns of one. */
function probabilitiesOf(
  values: readonly string[],
): Pick<SumsRequest, 'probabilities' | 'classProbabilities'> {
  const isOfClasses = (value: string) => value.indexOf('=') > 0 && value.includes(',');
  const entries = values.filter(isOfClasses).map(value => {
    const equals = value.indexOf('=');
    return [value.slice(0, equals), value.slice(equals + 1).split(',')] as const;
  });
  return {
    probabilities: values.filter(value => !isOfClasses(value)),
    classProbabilities: Object.fromEntries(entries),
  };
}

function worstOf(value = '50'): number {
  const worst = Number(value);
  if (Number.isInteger(worst) && worst >= 1 && worst <= 100_000) return worst;
  throw new UsageError(`--worst must be a whole number from 1 to 100000, not "${value}".`);
}
