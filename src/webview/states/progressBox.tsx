import type { VNode } from 'preact';
import type { Progress } from '../../shared/protocol/inspection';
import { useHeld } from '../changing';
import { type ReadingProgress, usePage } from '../context';
import { counted, fileSize, timeLeft } from '../number';
import { Button } from '../parts/button';

const whole = (progress: ReadingProgress | undefined): ReadingProgress | undefined => progress;

/** How far the reading is, with a way to stop it. */
export function ProgressBox(): VNode {
  const page = usePage();
  const progress = useHeld(page.progress, whole);
  return (
    <div class="progress">
      <progress
        max={1}
        value={shareOf(progress)}
        aria-label={progress === undefined ? undefined : `Reading ${progress.name}`}
      />
      <p class="quiet">{progress === undefined ? '' : factsOf(progress)}</p>
      <Button kind="secondary" id="stop-reading" onClick={() => page.post({ type: 'cancel' })}>
        Stop Reading
      </Button>
    </div>
  );
}

function shareOf(progress: ReadingProgress | undefined): number | undefined {
  if (progress === undefined || progress.totalBytes <= 0) return undefined;
  return Math.min(1, progress.bytes / progress.totalBytes);
}

function factsOf({ bytes, totalBytes, rows, secondsLeft }: Progress): string {
  const facts = [
    totalBytes > 0 ? `${fileSize(bytes)} of ${fileSize(totalBytes)}` : fileSize(bytes),
    counted(rows, 'row'),
    ...(secondsLeft === null ? [] : [timeLeft(secondsLeft)]),
  ];
  return facts.join(', ');
}
