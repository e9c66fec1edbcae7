import type { SourceLine } from '../../shared/sourceLine';
import { type App, currentSession } from '../app';
import type { PageSession } from '../page/pageSession';
import { setting } from '../settings';
import { goToLine } from '../source/goToLine';
import { uriOfSource } from '../source/uriOfSource';
import { ui } from '../ui';

/** Where the walk stands, per report. */
const positions = new WeakMap<object, number>();

/** Goes to the next (`step` 1) or previous (-1) of the worst rows, round and round. */
export async function walkWorst(app: App, step: 1 | -1): Promise<void> {
  const session = currentSession(app);
  const lines = session === undefined ? [] : await worstLines(session);
  if (session?.inspection === undefined || lines.length === 0) {
    void ui.info('There is no report with rows to go to.');
    return;
  }
  const before = positions.get(session.inspection) ?? (step === 1 ? -1 : lines.length);
  const position = (before + step + lines.length) % lines.length;
  positions.set(session.inspection, position);
  const { line, source } = lines[position]!;
  await goToLine(uriOfSource(session, source), line, { covered: session.place.column });
  ui.status(`Worst row ${position + 1} of ${lines.length}, line ${line}`, 5000);
}

async function worstLines(session: PageSession): Promise<readonly SourceLine[]> {
  const model = session.inspection?.report.models[0]?.name;
  if (model === undefined) return [];
  const answer = await session.ask({
    kind: 'worst',
    metric: null,
    model,
    versus: null,
    className: null,
    count: Math.round(setting('worstRows')),
  });
  const rows = answer.kind === 'worst' ? answer.rows : [];
  return rows.flatMap(({ line, source = 0 }) => (line === null ? [] : [{ line, source }]));
}
