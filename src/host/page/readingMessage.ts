import type { ToPage } from '../../shared/protocol/messages';
import type { Input } from '../input/input';

/** Says that a target is being read of which nothing is known yet. */
export function readingMessage({ name, bytes }: Pick<Input, 'name' | 'bytes'>): ToPage {
  const progress = { bytes: 0, totalBytes: bytes, rows: 0, secondsLeft: null };
  return { type: 'progress', name, progress };
}
