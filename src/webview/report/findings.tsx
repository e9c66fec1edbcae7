import type { VNode } from 'preact';
import type { Finding } from '../../shared/lossReport';
import { LineButtons } from '../parts/lineButton';
import { unbroken } from '../parts/words';

const most = 5;

interface Props {
  readonly findings: readonly Finding[];
}

/** What the report worked out about the data, the weightiest first, at most five. */
export function Findings({ findings }: Props): VNode | null {
  if (findings.length === 0) return null;
  const ordered = [...findings].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, most);
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      <ul>
        {ordered.map(({ id, text, lines = [], sources }) => (
          <li key={`${id} ${text}`} data-finding={id}>
            {unbroken(text)}
            <LineButtons lines={lines} sources={sources} most={4} />
          </li>
        ))}
      </ul>
    </section>
  );
}
