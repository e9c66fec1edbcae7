import { sentence } from '../shared/plainText';

/** What went wrong, in one plain sentence, and the line to look at where there is one. */
export interface Failure {
  readonly text: string;
  readonly line?: number;
  /** Index of the source that the line is of; the first one when left out. */
  readonly source?: number;
  /** Another file may have what this one lacks. */
  readonly joinable?: true;
  /** The files may be parts of one table. */
  readonly poolable?: true;
}

/** What became of reading sources of these names. */
export function failureOf(error: unknown, names: readonly string[] = []): Failure {
  const text = sentence(error instanceof Error ? error.message : String(error));
  const { line, source } = placeOf(error);
  const at = names.indexOf(source ?? '');
  const { joinable, poolable } = (error ?? {}) as { joinable?: unknown; poolable?: unknown };
  return {
    text,
    ...(line === undefined ? {} : { line }),
    ...(line === undefined || at <= 0 ? {} : { source: at }),
    ...(joinable === true ? { joinable } : {}),
    ...(poolable === true ? { poolable } : {}),
  };
}

/** Errors of readers carry a place; across the worker's port it is plain data. */
function placeOf(error: unknown): { readonly line?: number; readonly source?: string } {
  const { line, source } =
    (error as { place?: { line?: unknown; source?: unknown } } | null)?.place ?? {};
  return {
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}
