import type { VNode } from 'preact';
import type { Mark, Panel } from '../../shared/figure';
import { useHeld } from '../changing';
import { usePage } from '../context';
import { Name } from '../parts/name';
import { legendMarks } from './legendMarks';
import { type Palette, toneColour } from './palette';
import { dashOf, shapeOf } from './style';

interface Props {
  readonly panels: readonly Panel[];
  /** Names that are switched off. */
  readonly off: ReadonlySet<string>;
  readonly onToggle: (name: string) => void;
}

const whole = (palette: Palette): Palette => palette;

/** Buttons that show and hide marks, each with a sample of its line or shape. */
export function Legend({ panels, off, onToggle }: Props): VNode | null {
  const palette = useHeld(usePage().palette, whole);
  const marks = legendMarks(panels);
  if (marks.length < 2) return null;
  return (
    <div class="legend" role="group" aria-label="Shown in the chart">
      {marks.map(mark => (
        <button
          key={mark.name}
          type="button"
          class="legend-entry"
          aria-pressed={!off.has(mark.name)}
          onClick={() => onToggle(mark.name)}
        >
          <svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
            <Sample mark={mark} colour={toneColour(mark.tone, palette)} />
          </svg>
          <Name text={mark.name} />
        </button>
      ))}
    </div>
  );
}

interface SampleProps {
  readonly mark: Mark;
  readonly colour: string;
}

function Sample({ mark, colour }: SampleProps): VNode {
  if (mark.kind === 'line') {
    const dash = dashOf(mark).join(' ') || 'none';
    return (
      <path d="M1 6H23" stroke={colour} stroke-width="2" stroke-dasharray={dash} fill="none" />
    );
  }
  if (mark.kind === 'points') {
    return <path d={shapes[shapeOf(mark)]} fill={colour} stroke={colour} stroke-width="1.5" />;
  }
  const opacity = mark.kind === 'band' ? '0.35' : '0.75';
  return <rect x="4" y="1" width="16" height="10" fill={colour} opacity={opacity} />;
}

const shapes = {
  circle: 'M12 2a4 4 0 1 1 0 8a4 4 0 1 1 0 -8Z',
  triangle: 'M12 1.5L16.5 10H7.5Z',
  square: 'M8.5 2.5H15.5V9.5H8.5Z',
  diamond: 'M12 1L17 6L12 11L7 6Z',
  cross: 'M8.5 2.5L15.5 9.5M15.5 2.5L8.5 9.5',
} as const;
