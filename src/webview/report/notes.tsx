import type { VNode } from 'preact';
import { Disclosure } from '../parts/disclosure';
import { Sentence } from '../parts/lineButton';

const most = 30;

interface Props {
  readonly notes: readonly string[];
  /** Names of the report's sources. */
  readonly sources: readonly string[];
}

/** What is worth knowing about how the source was read. */
export function Notes({ notes, sources }: Props): VNode | null {
  if (notes.length === 0) return null;
  const left = notes.length - most;
  const title =
    notes.length === 1 ? '1 note on the reading' : `${notes.length} notes on the reading`;
  return (
    <section class="notes" aria-label="Notes">
      <Disclosure name="notes" class="section" summary={<h3>{title}</h3>}>
        <ul>
          {notes.slice(0, most).map(note => (
            <li key={note}>
              <Sentence text={note} sources={sources} />
            </li>
          ))}
        </ul>
        {left > 0 && <p class="quiet">{`${left} more notes left out.`}</p>}
      </Disclosure>
    </section>
  );
}
