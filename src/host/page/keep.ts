import { Uri } from 'vscode';
import { isPlainObject } from '../../shared/protocol/check';
import { maxKeep } from '../../shared/protocol/guard';
import { filesInput } from '../input/filesInput';
import type { Input } from '../input/input';
import { type Piece, SelectionInput } from '../input/selectionInput';

const maxKept = 500;

/**
 * What the page keeps of its target for a restored window: the addresses of files; of a selection its document
 * and its text. What is too much of it is not kept; a restored window then begins empty.
 */
export function keepOf(input: Input | undefined): string {
  if (input === undefined || input.uris.length > maxKept) return '';
  const keep = JSON.stringify(
    input instanceof SelectionInput
      ? { document: String(input.uris[0]), pieces: input.pieces }
      : input.uris.map(String),
  );
  return keep.length <= maxKeep ? keep : '';
}

/** What a restored page was about; undefined where nothing usable was kept. */
export async function keptTarget(state: unknown): Promise<Input | undefined> {
  const uris = keptUris(state);
  return uris.length > 0 ? filesInput(uris) : keptSelection(state);
}

/** The files a restored page was about; anything that is no list of addresses counts as none. */
export function keptUris(state: unknown): readonly Uri[] {
  const kept = keptValue(state);
  if (!Array.isArray(kept) || kept.length > maxKept) return [];
  return kept.filter(uri => typeof uri === 'string').flatMap(uri => addressOf(uri) ?? []);
}

/** The text a restored page was about. */
export function keptSelection(state: unknown): SelectionInput | undefined {
  const kept = keptValue(state);
  if (!isPlainObject(kept)) return undefined;
  const { document, pieces } = kept;
  const uri = typeof document === 'string' ? addressOf(document) : undefined;
  if (uri === undefined || !Array.isArray(pieces) || !pieces.every(isPiece)) return undefined;
  return pieces.length === 0 ? undefined : new SelectionInput(uri, pieces);
}

function keptValue(state: unknown): unknown {
  const keep = (state as { keep?: unknown } | null | undefined)?.keep;
  if (typeof keep !== 'string' || keep.length > maxKeep) return undefined;
  try {
    return JSON.parse(keep);
  } catch {
    return undefined;
  }
}

function addressOf(text: string): Uri | undefined {
  try {
    return Uri.parse(text, true);
  } catch {
    return undefined;
  }
}

function isPiece(value: unknown): value is Piece {
  if (!isPlainObject(value)) return false;
  const { text, line, character, offset } = value;
  const isPlace = [line, character, offset].every(
    number => Number.isSafeInteger(number) && (number as number) >= 0,
  );
  return typeof text === 'string' && isPlace && (line as number) > 0;
}
