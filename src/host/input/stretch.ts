/** Characters [start, end) of a document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `removed` characters from `start` on gave way to `added` ones. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Where a stretch lies after an edit: what is written inside of it belongs to it, what is written at its ends does not. */
export function stretchAfter({ start, end }: Stretch, edit: Edit): Stretch {
  const editEnd = edit.start + edit.removed;
  const shift = edit.added - edit.removed;
  if (editEnd <= start) return { start: start + shift, end: end + shift };
  if (edit.start >= end) return { start, end };
  return {
    start: Math.min(start, edit.start),
    end: editEnd > end ? edit.start + edit.added : end + shift,
  };
}
