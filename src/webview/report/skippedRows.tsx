import type { VNode } from 'preact';
import type { Skipped } from '../../shared/lossReport';
import { counted } from '../number';
import { Disclosure } from '../parts/disclosure';
import { LineButtons } from '../parts/lineButton';
import { Name } from '../parts/name';
import { skippedText } from './skippedText';

const most = 20;

interface Props {
  readonly skipped: readonly Skipped[];
  /** How many there are in the report. */
  readonly models: number;
}

/** Which rows were left out, why, and where they stand. */
export function SkippedRows({ skipped, models }: Props): VNode | null {
  if (skipped.length === 0) return null;
  const left = skipped.length - most;
  return (
    <Disclosure name="skipped" summary={skippedText(skipped, models)}>
      <ul class="reasons">
        {skipped.slice(0, most).map(part => (
          <Reason key={`${part.model} ${part.reason}`} part={part} />
        ))}
      </ul>
      {left > 0 && <p class="quiet">{`${left} more reasons left out.`}</p>}
    </Disclosure>
  );
}

function Reason({ part }: { readonly part: Skipped }): VNode {
  return (
    <li>
      {`${part.reason}: ${counted(part.count, 'row')}`}
      {part.model !== null && (
        <>
          {', '}
          <Name text={part.model} />
        </>
      )}
      {part.lines.length > 0 && ','}
      <LineButtons lines={part.lines} sources={part.sources} />
    </li>
  );
}
