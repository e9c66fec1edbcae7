/** How the table of losses stands: a column for each model, a row for each model, or the focused model alone. */
export type TableShape = 'columns' | 'rows' | 'one';

/** Pixels of a name and of a number with its whisker. */
const nameWidth = 168;
const numberWidth = 88;
/** Up to this width a page shows one model at a time. */
const narrow = 420;

/**
 * The shape that fits: models as columns while they do, else as rows, which scroll beside their names, and on a
 * narrow page one model at a time.
 */
export function tableShape(
  width: number,
  { models, extra }: { models: number; extra: number },
): TableShape {
  const fits = (columns: number): boolean => nameWidth + columns * numberWidth <= width;
  if (width === 0 || models < 2 || fits(models + extra)) return 'columns';
  return models > 2 && width > narrow ? 'rows' : 'one';
}
