import type { ComponentChildren, VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { SourceLine } from '../../shared/sourceLine';
import { useHeld } from '../changing';
import { usePage } from '../context';
import { Button } from './button';
import { useSourceName } from './sourceNames';
import { stretches } from './stretches';
import { unbroken } from './words';

interface LineButtonProps {
  readonly line: number;
  /** Index of the source that the line is of; the first one when left out. */
  readonly source?: number | undefined;
  /** The data row that the line is of, and whose value to select there. */
  readonly row?: number | undefined;
  readonly model?: string | undefined;
  /** What is written on it; the number of the line when left out. */
  readonly label?: string;
  /** True where the name of the source is written in front, if there are several. */
  readonly named?: boolean;
}

/** A button that goes to a line of a source. */
export function LineButton({
  line,
  source = 0,
  row,
  model,
  label = String(line),
  named = false,
}: LineButtonProps): VNode {
  const page = usePage();
  const name = useSourceName(source);
  const value = {
    ...(row === undefined ? {} : { row }),
    ...(model === undefined ? {} : { model }),
  };
  return (
    <Button
      kind="line"
      data-line={line}
      data-source={source}
      aria-label={`Go to line ${label}${name === undefined ? '' : ` of ${name}`}`}
      title={name === undefined ? undefined : `${name}, line ${label}`}
      onClick={() => page.post({ type: 'reveal', line, source, ...value })}
      onPointerEnter={() => page.post({ type: 'mark', line, source })}
      onPointerLeave={() => page.post({ type: 'mark', line: null })}
    >
      {named && name !== undefined ? `${name}:${label}` : label}
    </Button>
  );
}

interface LineRowProps {
  readonly line: number | null | undefined;
  readonly source?: number | undefined;
  readonly children: ComponentChildren;
}

/** A row of a table that is about a line of the source; it is tinted while the editor's cursor stands there. */
export function LineRow({ line, source = 0, children }: LineRowProps): VNode {
  const isOwn = useCallback(
    (cursor: SourceLine | null) => cursor?.line === line && cursor?.source === source,
    [line, source],
  );
  const isAtCursor = useHeld(usePage().cursor, isOwn);
  return <tr class={isAtCursor ? 'at-cursor' : undefined}>{children}</tr>;
}

interface LineButtonsProps {
  readonly lines: readonly number[];
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: readonly number[] | undefined;
  readonly most?: number;
}

/** `lines` with buttons for their stretches, `5`, `91-100`; at most `most`, then how many are left. */
export function LineButtons({ lines, sources, most = 6 }: LineButtonsProps): VNode | null {
  const all = stretches(lines, sources);
  const left = all.slice(most).reduce((sum, s) => sum + s.to - s.from + 1, 0);
  if (all.length === 0) return null;
  return (
    <>
      <span class="quiet">
        {all.length === 1 && all[0]!.from === all[0]!.to ? ' line ' : ' lines '}
      </span>
      {all.slice(0, most).map(({ from, to, source }, i) => (
        <LineButton
          named={source !== all[i - 1]?.source}
          key={`${source} ${from}`}
          line={from}
          source={source}
          label={from === to ? String(from) : `${from}-${to}`}
        />
      ))}
      {left > 0 && <span class="quiet">{` and ${left} more`}</span>}
    </>
  );
}

interface SentenceProps {
  readonly text: string;
  /** Names of the report's sources: a sentence that begins with one of them is about its lines. */
  readonly sources?: readonly string[];
}

/** A sentence in which `line 17` and `lines 3-5` are buttons. */
export function Sentence({ text, sources = [] }: SentenceProps): VNode {
  const page = usePage();
  const named = sources.findIndex(name => text.startsWith(`${name}, line`));
  const source = Math.max(0, named);
  const parts = text.split(/\b(lines? \d{1,9}(?:-\d{1,9})?)/).map((part, i) => {
    if (i % 2 === 0) return unbroken(part);
    const line = Number(/\d+/.exec(part)?.[0]);
    return (
      <Button
        key={i}
        kind="line"
        data-line={line}
        data-source={source}
        onClick={() => page.post({ type: 'reveal', line, source })}
      >
        {part}
      </Button>
    );
  });
  return <>{parts}</>;
}
