import type { ReadOptions } from '../../readers/delimited/readOptions';
import { widened } from './widened';

/** Options for reading a table that may be widened: with all of its columns then, and what is seen of it is wide. */
export function wideReadOptions(options: ReadOptions): ReadOptions {
  const { needed, onPartial } = options;
  return {
    ...options,
    ...(needed === undefined
      ? {}
      : {
          needed: preview =>
            widened(preview) === preview
              ? needed(preview)
              : preview.columns.map(({ name }) => name),
        }),
    ...(onPartial === undefined ? {} : { onPartial: table => onPartial(widened(table)) }),
  };
}
