import type { Engine } from './engine';

/** An engine that is still being started; every call waits for it, and fails as the start fails. */
export function deferredEngine(starting: Promise<Engine>): Engine {
  // Nobody may have called yet when the start fails; the first call tells.
  starting.catch(() => undefined);
  return {
    inspect: async (sources, options, watch) => (await starting).inspect(sources, options, watch),
    configure: async (id, options) => (await starting).configure(id, options),
    refresh: async (id, sources) => (await starting).refresh(id, sources),
    ask: async (id, question) => (await starting).ask(id, question),
    readCode: async question => (await starting).readCode(question),
    close: async id => (await starting).close(id),
    dispose: () => void starting.then(engine => engine.dispose()).catch(() => undefined),
  };
}
