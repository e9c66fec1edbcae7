import type { Inspection } from '../../shared/protocol/inspection';
import type { PageSession } from '../page/pageSession';
import { setting } from '../settings';
import { ui } from '../ui';

/** What each run of a history is found to be. */
export function verdictsOf(inspection: Inspection | undefined): readonly string[] {
  return inspection?.report.runs.map(run => `${run.name}: ${run.verdict ?? 'no verdict'}`) ?? [];
}

/** A changed verdict is said on the page, and as a notification to those who asked for it. */
export function announceVerdict(
  session: Pick<PageSession, 'inspection' | 'post'>,
  before: readonly string[],
): void {
  const news = verdictsOf(session.inspection).filter(verdict => !before.includes(verdict));
  if (news.length === 0 || before.length === 0) return;
  session.post({ type: 'say', text: news.join('; ') });
  if (setting('notifyVerdict')) void ui.info(`Loss Lens: ${news.join('; ')}`);
}
