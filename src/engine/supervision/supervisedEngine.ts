import type { Inspection, InspectOptions, Progress } from '../../shared/protocol/inspection';
import type { Engine, InspectWatch, Refreshed, SourceRef } from '../engine';
import type { EngineWorker, Life } from './life';
import { type Patience, Supervisor, usualPatience } from './supervisor';
import type { Work } from './work';

/** A report that is open, whichever worker has its data. */
interface Session {
  readonly id: number;
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
  const reader = new Reader(supervisor);
  const sessions = new Map<number, Session>();
  let lastId = 0;

  function about<T>(id: number, step: (session: Session, work: Work) => Promise<T>): Promise<T> {
    const session = sessions.get(id);
    if (session === undefined) {
      return Promise.reject(new Error('This report has been closed; inspect the data again.'));
    }
    const work = workOn(session);
    return supervisor.insist(work, () => step(session, work));
  }

  return {
    inspect: (refs, options, watch = {}) => {
      lastId += 1;
      const session: Session = { id: lastId, refs, options };
      sessions.set(session.id, session);
      const work = workOn(session);
      const reading = supervisor.insist(work, () => reader.read(session, work, watch));
      reading.catch(() => sessions.delete(session.id));
      return reading;
    },
    configure: (id, options) =>
      about(id, (session, work) => reader.configure(session, work, options)),
    refresh: (id, refs) => about(id, (session, work) => reader.refresh(session, work, refs)),
    // The signal is passed on and not watched: an answer that cannot be cut into steps ends by itself.
    ask: (id, question, watch) =>
      about(id, async (session, work) => {
        const held = await reader.whereabouts(session, work);
        return supervisor.track(work, engine => engine.ask(held.id, question, watch));
      }),
    readCode: question => {
      const work: Work = { subject: 'code', label: 'this source text', rows: 0, deaths: 0 };
      return supervisor.insist(work, () =>
        supervisor.track(work, engine => engine.readCode(question)),
      );
    },
    close: async id => {
      const held = sessions.get(id)?.held;
      sessions.delete(id);
      if (held?.life.isEnded === false) await letGo(held.life.engine, held.id);
    },
    dispose: async () => supervisor.dispose(),
  };
}

/** Brings the data of sessions to the worker that is running. */
class Reader {
  readonly #supervisor: Supervisor;

  constructor(supervisor: Supervisor) {
    this.#supervisor = supervisor;
  }

  async read(session: Session, work: Work, watch: InspectWatch): Promise<Inspection> {
    const { life } = this.#supervisor;
    const onPartial = (partial: Inspection): void => {
      session.held = { life, id: partial.id };
      watch.onPartial?.(told(session, partial));
    };
    const onProgress = (progress: Progress): void => {
      work.rows = progress.rows;
      watch.onProgress?.(progress);
    };
    const { refs, options } = session;
    const inspection = await this.#supervisor.track(
      work,
      engine => engine.inspect(refs, options, { ...watch, onPartial, onProgress }),
      { signal: watch.signal, onLate: (late, engine) => void letGo(engine, late.id) },
    );
    session.held = { life, id: inspection.id };
    return told(session, inspection);
  }

  /** Where the data of a session are now; they are read again when the worker that had them is gone. */
  whereabouts(session: Session, work: Work): Promise<Held> | Held {
    const { life } = this.#supervisor;
    if (session.held?.life === life) return session.held;
    if (session.coming?.life !== life) {
      const held = this.#readAgain(session, work);
      session.coming = { life, held };
      held.catch(() => {
        if (session.coming?.held === held) session.coming = undefined;
      });
    }
    return session.coming.held;
  }

  async configure(session: Session, work: Work, options: InspectOptions): Promise<Inspection> {
    const { id } = await this.whereabouts(session, work);
    const inspection = await this.#supervisor.track(work, engine => engine.configure(id, options));
    session.options = options;
    return told(session, inspection);
  }

  /** The files of a report whose worker is gone are read as they are now. */
  async refresh(
    session: Session,
    work: Work,
    refs: readonly SourceRef[] = session.refs,
  ): Promise<Refreshed> {
    const { life } = this.#supervisor;
    const { held } = session;
    if (held?.life === life) {
      const found = await this.#supervisor.track(work, engine => engine.refresh(held.id, refs));
      session.refs = refs;
      return { ...found, inspection: told(session, found.inspection) };
    }
    const now: Session = { ...session, refs };
    const inspection = await this.read(now, work, {});
    Object.assign(session, now);
    const bytesRead = inspection.report.sources.reduce((sum, { bytes }) => sum + bytes, 0);
    return { inspection, changed: 'rewritten', bytesRead };
  }

  async #readAgain(session: Session, work: Work): Promise<Held> {
    const before = session.inspection?.report;
    const now: Session = { ...session };
    if (before?.partial === undefined) {
      const { report } = await this.read(now, work, {});
      if (JSON.stringify(report) === JSON.stringify(before)) {
        session.held = now.held!;
        return session.held;
      }
      if (now.held !== undefined) void letGo(now.held.life.engine, now.held.id);
    }
    throw new Error(
      `${work.label}: the engine was started anew, and the file is no longer as this report has it; read it again.`,
    );
  }
}

/** The report as it is known outside, where its number does not change with the worker. */
function told(session: Session, inspection: Inspection): Inspection {
  session.inspection = { ...inspection, id: session.id };
  return session.inspection;
}

function workOn({ refs, inspection }: Session): Work {
  const places = refs.map(ref => [ref.kind, ref.kind === 'file' ? ref.path : ref.name]);
  return {
    subject: JSON.stringify(places),
    label: refs.map(({ name }) => name).join(', '),
    rows: inspection?.report.sources.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
    deaths: 0,
  };
}

async function letGo(engine: Engine, id: number): Promise<void> {
  await engine.close(id).catch(() => undefined);
}
