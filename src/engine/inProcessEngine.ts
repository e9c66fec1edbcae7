import type { Answer, Inspection, InspectOptions, Question } from '../shared/protocol/inspection';
import { columnsOfChoices } from '../shared/roleChoices';
import { answer } from './answer';
import { readCode } from './code/readCode';
import { describe } from './describe';
import type { AskWatch, Engine, InspectWatch, Refreshed, SourceRef } from './engine';
import type { Environment } from './environment';
import { explained } from './explained';
import type { Interpretation } from './interpretation';
import { interpretLoaded } from './interpretLoaded';
import { type Loaded, load } from './load';
import { notWorkedOut } from './notWorkedOut';
import { ownColumns } from './ownColumns';
import { pauseWhile, type StillWanted } from './pauseWhile';
import { placedError, withPlaces } from './places';
import { refreshLoaded } from './refreshLoaded';
import { whereItFails } from './slices';
import { answerSums } from './sums/answerSums';
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
    const session = sessionOn(id, loaded, options);
    sessions.set(id, session);
    return session.inspection;
  }

  async function configure(id: number, chosen: InspectOptions): Promise<Inspection> {
    const { loaded } = sessionOf(id);
    const options = stillTogether(chosen, loaded);
    return open(id, await readableFor(loaded, options, environment), options);
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

  function sessionOf(id: number): Session {
    const session = sessions.get(id);
    if (session !== undefined) return session;
    throw new Error('This report has been closed; inspect the data again.');
  }

  function about<T>(id: number, work: (session: () => Session) => Promise<T>): Promise<T> {
    return inWords(
      sessions.get(id)?.loaded.refs ?? [],
      work(() => sessionOf(id)),
    );
  }

  return {
    inspect: (sources, options, watch) => inWords(sources, inspect(sources, options, watch)),
    configure: (id, options) => about(id, () => configure(id, options)),
    refresh: (id, sources) => about(id, () => refresh(id, sources)),
    ask: (id, question, watch) =>
      about(id, session => answerFrom(session, question, environment, watch)),
    readCode: async question => readCode(question),
    close: async id => void sessions.delete(id),
    dispose: async () => sessions.clear(),
  };
}

function sessionOn(id: number, loaded: Loaded, options: InspectOptions): Session {
  const parts = loaded.tables[0]?.parts;
  try {
    const interpretation = interpretLoaded(loaded, options);
    const inspection = withPlaces(describe(id, loaded, interpretation, options), parts);
    return { loaded, interpretation, options, inspection };
  } catch (error) {
    throw placedError(error, parts);
  }
}

async function answerFrom(
  sessionOf: () => Session,
  question: Question,
  environment: Environment,
  { signal }: AskWatch = {},
): Promise<Answer> {
  const session = sessionOf();
  const stillAsked = (): void => {
    if (signal?.aborted === true) throw new Error('Nobody waits for this answer any more.');
  };
  const interpretation = needsAllColumns(question)
    ? await withAllColumns(session, environment)
    : session.interpretation;
  stillAsked();
  const reply = await replyTo(interpretation, question, () => {
    stillAsked();
    const now = sessionOf();
    if (question.kind === 'slices' && now !== session) {
      throw new Error('The data have changed while this was worked out.');
    }
  });
  const own = heard(reply, session.options);
  return withPlaces(
    await withUnreadCells(own, session, environment),
    session.loaded.tables[0]?.parts,
  );
}

async function replyTo(
  interpretation: Interpretation,
  question: Question,
  stillWanted: StillWanted,
): Promise<Answer> {
  if (interpretation.kind === 'sums') return answerSums(interpretation, question);
  const pause = pauseWhile(stillWanted);
  if (question.kind === 'slices') return whereItFails(interpretation, question, pause);
  if (question.kind === 'explain') return explained(interpretation, question.value, pause);
  return answer(interpretation, question);
}

/** The answer without the findings that nobody wants to hear of. */
function heard(answer: Answer, { muted = [] }: InspectOptions): Answer {
  if (answer.kind !== 'slices') return answer;
  return { ...answer, findings: answer.findings.filter(({ id }) => !muted.includes(id)) };
}

async function inWords<T>(refs: readonly SourceRef[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw notWorkedOut(refs.map(({ name }) => name).join(', '), error);
  }
}

/** What was read, or is read anew for what it lacks under these options. */
async function readableFor(
  loaded: Loaded,
  options: InspectOptions,
  environment: Environment,
): Promise<Loaded> {
  return hasColumnsFor(loaded, options) ? loaded : load(loaded.refs, options, environment, {});
}

/** Whoever chooses roles takes nothing back of what was said of the files. */
function stillTogether(options: InspectOptions, { together }: Loaded): InspectOptions {
  if (together === undefined || options.choices?.parts !== undefined) return options;
  return { ...options, choices: { ...options.choices, parts: together } };
}

function markCancelled(inspection: Inspection): Inspection {
  const { partial, ...report } = inspection.report;
  if (partial === undefined) return inspection;
  return { ...inspection, report: { ...report, partial: { ...partial, cancelled: true } } };
}

/** False when a large file was read without a column that the new choices name, or other files are to be one table. */
function hasColumnsFor(
  { tables, columns, together }: Loaded,
  { choices = {}, parameters = {} }: InspectOptions,
): boolean {
  if (choices.parts !== together) return false;
  const read = new Set(tables.flatMap(table => table.columns.map(column => column.name)));
  const unread = columns.map(column => column.name).filter(name => !read.has(name));
  const named = new Set([...columnsOfChoices(choices), ...ownColumns(parameters)]);
  return !unread.some(name => named.has(name));
}
