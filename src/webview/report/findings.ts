import type { Finding } from '../../shared/lossReport';
import type { PageContext } from '../context';
import { el } from '../el';
import { lineButtons, unbroken } from '../parts';

const most = 5;

/** What the report worked out about the data, the weightiest first, at most five. */
export function findingsList(
  context: PageContext,
  findings: readonly Finding[],
): HTMLElement | undefined {
  if (findings.length === 0) return undefined;
  const ordered = [...findings].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, most);
  return el(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings-title' },
    el('h2', { id: 'findings-title' }, 'Findings'),
    el('ul', {}, ...ordered.map(finding => findingItem(context, finding))),
  );
}

function findingItem(context: PageContext, finding: Finding): HTMLElement {
  const lines = finding.lines ?? [];
  return el(
    'li',
    { 'data-finding': finding.id },
    unbroken(finding.text),
    ...lineButtons(context, lines, 4),
  );
}
