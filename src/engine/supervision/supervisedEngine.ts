import type { Inspection, InspectOptions } from '../../protocol/inspection';
import type { Engine, InspectWatch, Refreshed, SourceRef } from '../engine';
import type { EngineWorker, Life } from './life';
import { type Patience, Supervisor, usualPatience } from './supervisor';
import type { Work } from './work';

/** A report that is open, whichever worker has its data. */
interface Session {
  refs: readonly SourceRef[];
  options: InspectOptions;
  /** As it was told last; undefined while it is read. */
  inspection?: Inspection;
  /** Where its data are, and under which number. */
  held?: Held | undefined;
  /** Its data on their way to a new worker. */
  coming?: { readonly life: Life; readonly held: Promise<Held> } | undefined;
}

interface Held {
  readonly life: Life;
  readonly id: number;
}

/**
 * An engine in a worker that is watched over. When the worker is lost to one file, the reports on others
 * stay: their data are read again by the next worker, when something is asked about them.
 */
export function supervisedEngine(
  start: () => EngineWorker,
  patience: Patience = usualPatience,
): Engine {
  const supervisor = new Supervisor(start, patience);
  const sessions = new Map<number, Session>();
  let lastId = 0;

  function inspect(
    refs: readonly SourceRef[],
    options: InspectOptions,
    watch: InspectWatch = {},
  ): Promise<Inspection> {
    lastId += 1;
    const id = lastId;
    const session: Session = { refs, options };
    const work = workOn(refs);
    const reading = supervisor.insist(work, async () => {
      const onPartial = (partial: Inspection): void => {
        sessions.set(id, session);
        watch.onPartial?.(told(id, session, partial));
      };
      const inspection = await read(session, work, { ...watch, onPartial });
      sessions.set(id, session);
      return told(id, session, inspection);
    });
    reading.catch(() => sessions.delete(id));
    return reading;
  }

  /** Reads the sources of a session in the worker that is running. */
  async function read(session: Session, work: Work, watch: InspectWatch): Promise<Inspection> {
    const { life } = supervisor;
    const onPartial = (partial: Inspection): void => {
      session.held = { life, id: partial.id };
      watch.onPartial?.(partial);
    };
    const { refs, options } = session;
    const inspection = await supervisor.track(
      work,
      engine => engine.inspect(refs, options, { ...watch, onPartial }),
      { signal: watch.signal, onLate: (late, engine) => void letGo(engine, late.id) },
    );
    session.held = { life, id: inspection.id };
    return inspection;
  }

  /** Where the data of a session are now; they are read again when the worker that had them is gone. */
  function whereabouts(session: Session, work: Work): Promise<Held> | Held {
    const { life } = supervisor;
    if (session.held?.life === life) return session.held;
    if (session.coming?.life !== life) {
      const held = readAgain(session, work);
      session.coming = { life, held };
      held.catch(() => {
        if (session.coming?.held === held) session.coming = undefined;
      });
    }
    return session.coming.held;
  }

  async function readAgain(session: Session, work: Work): Promise<Held> {
    const before = session.inspection?.report;
    if (before?.partial !== undefined) throw new Error(gone(work));
    const { report } = await read(session, work, {});
    if (JSON.stringify(report) !== JSON.stringify(before)) {
      session.held = undefined;
      throw new Error(gone(work));
    }
    return session.held!;
  }

  function about<T>(id: number, step: (session: Session, work: Work) => Promise<T>): Promise<T> {
    const session = sessions.get(id);
    if (session === undefined) {
      return Promise.reject(new Error('This report has been closed; inspect the data again.'));
    }
    const work = workOn(session.refs);
    return supervisor.insist(work, () => step(session, work));
  }

  /** The files of a report whose worker is gone are read as they are now. */
  async function refresh(
    session: Session,
    work: Work,
    refs: readonly SourceRef[] = session.refs,
  ): Promise<Refreshed> {
    const { life } = supervisor;
    if (session.held?.life === life) {
      const { id } = session.held;
      return supervisor.track(work, engine => engine.refresh(id, refs));
    }
    const now = { ...session, refs };
    const inspection = await read(now, work, {});
    session.held = now.held;
    const bytesRead = inspection.report.sources.reduce((sum, { bytes }) => sum + bytes, 0);
    return { inspection, changed: 'rewritten', bytesRead };
  }

  return {
    inspect,
    configure: (id, options) =>
      about(id, async (session, work) => {
        const held = await whereabouts(session, work);
        const inspection = await supervisor.track(work, engine =>
          engine.configure(held.id, options),
        );
        session.options = options;
        return told(id, session, inspection);
      }),
    refresh: (id, refs) =>
      about(id, async (session, work) => {
        const refreshed = await refresh(session, work, refs);
        session.refs = refs ?? session.refs;
        return { ...refreshed, inspection: told(id, session, refreshed.inspection) };
      }),
    ask: (id, question) =>
      about(id, async (session, work) => {
        const held = await whereabouts(session, work);
        return supervisor.track(work, engine => engine.ask(held.id, question));
      }),
    close: async id => {
      const held = sessions.get(id)?.held;
      sessions.delete(id);
      if (held?.life.isEnded === false) await letGo(held.life.engine, held.id);
    },
    dispose: () => supervisor.dispose(),
  };
}

/** The report as it is known outside, where numbers do not change with the worker. */
function told(id: number, session: Session, inspection: Inspection): Inspection {
  session.inspection = { ...inspection, id };
  return session.inspection;
}

function workOn(refs: readonly SourceRef[]): Work {
  const subject = JSON.stringify(
    refs.map(ref => [ref.kind, ref.kind === 'file' ? ref.path : ref.name]),
  );
  return { subject, label: refs.map(({ name }) => name).join(', '), deaths: 0 };
}

/** A file that has changed meanwhile cannot answer for the report that is shown. */
function gone({ label }: Work): string {
  return `${label}: the engine was started anew, and the file is no longer as this report has it; read it again.`;
}

async function letGo(engine: Engine, id: number): Promise<void> {
  await engine.close(id).catch(() => undefined);
}
