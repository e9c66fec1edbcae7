import type { VNode } from 'preact';
import type { Finding } from '../../shared/lossReport';
import { usePage } from '../context';
import { Button } from '../parts/button';
import { Disclosure } from '../parts/disclosure';
import { LineButtons } from '../parts/lineButton';
import { unbroken } from '../parts/words';
import { type Gravity, gravities, gravityOf } from './gravity';

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
        {ordered.map(finding => (
          <FindingItem key={`${finding.id} ${finding.text}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** A title, a sentence and the rows; the evidence stands behind "Why". */
function FindingItem({ finding }: { readonly finding: Finding }): VNode {
  const { id, title, brief, text, lines = [], sources } = finding;
  const gravity = gravityOf(finding);
  return (
    <li data-finding={id} data-gravity={gravity}>
      <GravityMark gravity={gravity} />
      <div>
        {title !== undefined && <h3>{unbroken(title)}</h3>}
        <p>
          {unbroken(brief ?? text)}
          <LineButtons lines={lines} sources={sources} most={4} />
        </p>
        {brief !== undefined && <Why finding={finding} />}
      </div>
    </li>
  );
}

function Why({ finding }: { readonly finding: Finding }): VNode {
  const page = usePage();
  const { id, text, title } = finding;
  return (
    <Disclosure name={`why:${id} ${text.slice(0, 40)}`} summary={<span class="quiet">Why</span>}>
      <p class="evidence">{unbroken(text)}</p>
      <Button
        kind="quiet"
        aria-label={`About this finding: ${title ?? id}`}
        onClick={() => page.post({ type: 'about-finding', finding: id })}
      >
        About this finding
      </Button>
    </Disclosure>
  );
}

/** A shape besides a colour: a triangle that weighs heavily, a diamond, a dot. */
function GravityMark({ gravity }: { readonly gravity: Gravity }): VNode {
  const { label, path } = gravities[gravity];
  return (
    <svg class="gravity" viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} />
    </svg>
  );
}
