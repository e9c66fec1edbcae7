import type { Answer, Inspection, InspectOptions, Question } from '../shared/protocol/inspection';
import { answer } from './answer';
import { readCode } from './code/readCode';
import { describe } from './describe';
import type { Engine, InspectWatch, Refreshed, SourceRef } from './engine';
import type { Environment } from './environment';
import { type Interpretation, interpret } from './interpret';
import { type Loaded, load } from './load';
import { notWorkedOut } from './notWorkedOut';
import { pauseWhile } from './pauseWhile';
import { refreshLoaded } from './refreshLoaded';
import { whereItFails } from './slices';
import { needsAllColumns, withAllColumns } from './withAllColumns';
import { withUnreadCells } from './withUnreadCells';

interface Session {
  readonly loaded: Loaded;
  readonly interpretation: Interpretation;
  readonly options: InspectOptions;
  readonly inspection: Inspection;
}

/** The engine itself, on the thread that calls it: the worker's, the terminal's, a test's. */
export function inProcessEngine(environment: Environment): Engine {
  const sessions = new Map<number, Session>();
  let lastId = 0;

  async function inspect(
    sources: readonly SourceRef[],
    options: InspectOptions,
    watch: InspectWatch = {},
  ): Promise<Inspection> {
    lastId += 1;
    const id = lastId;
    const loaded = await load(sources, options, environment, {
      ...watch,
      onRows: rows => sendPartial(id, sources, rows, options, watch),
    }).catch((error: unknown) => {
      sessions.delete(id);
      throw error;
    });
    const inspection = open(id, loaded, options);
    return watch.signal?.aborted === true ? markCancelled(inspection) : inspection;
  }

  /** A report on the rows so far, for a single source; one that cannot be made yet is left out. */
  function sendPartial(
    id: number,
    sources: readonly SourceRef[],
    rows: Loaded,
    options: InspectOptions,
    { onPartial }: InspectWatch,
  ): void {
    if (onPartial === undefined || sources.length > 1) return;
    try {
      onPartial(open(id, rows, options));
    } catch {
      // The rows so far may lack what the whole file has, a second class for example.
    }
  }

  function open(id: number, loaded: Loaded, options: InspectOptions): Inspection {
    const interpretation = interpret(loaded.tables, options.choices ?? {}, options.parameters);
    const inspection = describe(id, loaded, interpretation, options);
    sessions.set(id, { loaded, interpretation, options, inspection });
    return inspection;
  }

  async function configure(id: number, options: InspectOptions): Promise<Inspection> {
    const { loaded } = sessionOf(id);
    const readable = hasColumnsFor(loaded, options)
      ? loaded
      : await load(loaded.refs, options, environment, {});
    return open(id, readable, options);
  }

  async function refresh(id: number, sources?: readonly SourceRef[]): Promise<Refreshed> {
    const before = sessionOf(id);
    const { loaded, ...found } = await refreshLoaded(before, environment, sources);
    const now = sessionOf(id);
    if (now.loaded !== before.loaded) return refresh(id, sources);
    if (found.changed !== 'nothing') return { inspection: open(id, loaded, now.options), ...found };
    sessions.set(id, { ...now, loaded });
    return { inspection: now.inspection, ...found };
  }

  const sessionOf = (id: number): Session => stillOpen(sessions.get(id));

  async function ask(id: number, question: Question): Promise<Answer> {
    const session = sessionOf(id);
    return answerFrom(session, question, environment, () => sessions.get(id) === session);
  }

  const about = <T>(id: number, work: Promise<T>): Promise<T> =>
    inWords(sessions.get(id)?.loaded.refs ?? [], work);

  return {
    inspect: (sources, options, watch) => inWords(sources, inspect(sources, options, watch)),
    configure: (id, options) => about(id, configure(id, options)),
    refresh: (id, sources) => about(id, refresh(id, sources)),
    ask: (id, question) => about(id, ask(id, question)),
    readCode: async question => readCode(question),
    close: async id => void sessions.delete(id),
    dispose: () => sessions.clear(),
  };
}

function stillOpen(session: Session | undefined): Session {
  if (session !== undefined) return session;
  throw new Error('This report has been closed; inspect the data again.');
}

async function answerFrom(
  session: Session,
  question: Question,
  environment: Environment,
  isWanted: () => boolean,
): Promise<Answer> {
  const interpretation = needsAllColumns(question)
    ? await withAllColumns(session, environment)
    : session.interpretation;
  if (question.kind === 'slices') {
    return whereItFails(interpretation, question, pauseWhile(isWanted));
  }
  return withUnreadCells(answer(interpretation, question), session, environment);
}

async function inWords<T>(refs: readonly SourceRef[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw notWorkedOut(refs.map(({ name }) => name).join(', '), error);
  }
}

function markCancelled(inspection: Inspection): Inspection {
  const { partial, ...report } = inspection.report;
  if (partial === undefined) return inspection;
  return { ...inspection, report: { ...report, partial: { ...partial, cancelled: true } } };
}

/** False when a large file was read without a column that the new choices name. */
function hasColumnsFor({ tables, columns }: Loaded, { choices = {} }: InspectOptions): boolean {
  const read = new Set(tables.flatMap(table => table.columns.map(column => column.name)));
  const unread = columns.map(column => column.name).filter(name => !read.has(name));
  const named = JSON.stringify(choices);
  return !unread.some(name => named.includes(JSON.stringify(name)));
}
