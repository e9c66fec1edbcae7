import type { InspectOptions, Question } from '../shared/protocol/inspection';
import { remembered } from '../shared/remembered';
import type { Environment } from './environment';
import type { Interpretation } from './interpretation';
import { interpretLoaded } from './interpretLoaded';
import { type Loaded, load } from './load';

interface Read {
  readonly loaded: Loaded;
  readonly interpretation: Interpretation;
  readonly options: InspectOptions;
}

/** True for questions about columns that have no role. */
export function needsAllColumns(question: Question): boolean {
  if (question.kind === 'figure') return asksForColumns(question);
  if (question.kind === 'worst') return question.bin?.by === 'group';
  return question.kind === 'slices';
}

/** Groups are of any column; amounts of the one that was chosen. */
function asksForColumns({ figure, options }: Extract<Question, { kind: 'figure' }>): boolean {
  if (figure === 'slices') return true;
  return figure === 'threshold-sweep' && Boolean(options['amount']);
}

/**
 * What was read, with the columns that a large file was read without: these are read again, the first time
 * they are asked for. What the report shows stays as it is.
 */
export async function withAllColumns(
  { loaded, interpretation, options }: Read,
  environment: Environment,
): Promise<Interpretation> {
  const isWhole = loaded.tables.every(({ unread = [] }) => unread.length === 0);
  if (isWhole || loaded.sources.length === 0) return interpretation;
  const wide = await reading(loaded)(options, environment);
  return interpretLoaded(wide, options);
}

/** One reading for all questions about the same data. */
const reading = remembered((loaded: Loaded) => {
  let read: Promise<Loaded> | undefined;
  return (options: InspectOptions, environment: Environment): Promise<Loaded> => {
    read ??= load(loaded.refs, options, environment, { everyColumn: true });
    return read;
  };
});
