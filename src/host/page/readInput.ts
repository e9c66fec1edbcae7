import type { Engine } from '../../engine/engine';
import type { Inspection, InspectOptions, Progress } from '../../shared/protocol/inspection';
import type { Input } from '../input/input';
import { ui } from '../ui';

/** Reading that takes longer than this is shown with a way to cancel it. */
const patience = 800;

export interface ReadWatch {
  readonly controller: AbortController;
  readonly onProgress: (progress: Progress) => void;
  readonly onPartial: (inspection: Inspection) => void;
}

/** Reads a target with the engine; a long reading is shown in VS Code's own progress. */
export async function readInput(
  engine: Engine,
  input: Input,
  options: InspectOptions,
  watch: ReadWatch,
): Promise<Inspection> {
  let report: (progress: Progress) => void = () => undefined;
  const reading = input.load().then(sources =>
    engine.inspect(sources, withChoice(options, input), {
      signal: watch.controller.signal,
      onPartial: watch.onPartial,
      onProgress: progress => {
        report(progress);
        watch.onProgress(progress);
      },
    }),
  );
  const shown = setTimeout(() => {
    void showProgress(input.name, reading, watch.controller, listener => {
      report = listener;
    });
  }, patience);
  try {
    return await reading;
  } finally {
    clearTimeout(shown);
  }
}

/** What a person has said of the files before they were read. */
function withChoice(options: InspectOptions, { together }: Input): InspectOptions {
  if (together === undefined) return options;
  return { ...options, choices: { ...options.choices, parts: together } };
}

function showProgress(
  name: string,
  reading: Promise<unknown>,
  controller: AbortController,
  listen: (listener: (progress: Progress) => void) => void,
): Thenable<void> {
  return ui.progress(`Reading ${name}`, async (progress, token) => {
    token.onCancellationRequested(() => controller.abort());
    let seen = 0;
    listen(({ bytes, totalBytes, rows }) => {
      const done = totalBytes > 0 ? (100 * bytes) / totalBytes : 0;
      progress.report({ message: `${rows} rows`, increment: Math.max(0, done - seen) });
      seen = Math.max(seen, done);
    });
    // A failure is told by whoever asked for the reading.
    await reading.catch(() => undefined);
  });
}
