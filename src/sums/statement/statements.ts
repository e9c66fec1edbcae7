import { dialects } from '../dialect';
import type { SumsRequest } from '../request';
import { sumsStatement } from './sumsStatement';
import { worstStatement } from './worstStatement';

/**
 * The statement of the sums and that of the worst rows, with what they cost and what to do with their results on
 * top. Throws a RequestProblem with one sentence.
 */
export function statements(request: SumsRequest): string {
  const sums = sumsStatement(request);
  const worst = worstStatement(request);
  const { name } = dialects[request.dialect];
  const groups = request.by.length === 0 ? '' : ' for each group';
  return [
    ...commented([
      `Loss Lens: the sums of the losses of a table too large to read, for ${name}.`,
      'It reads the named columns of the table once, and one row before that; nothing is written.',
      `It returns some hundreds to some thousands of rows${groups}, however long the table is.`,
      'Save the whole result as CSV, JSON or Parquet, with its header and all its digits, and open it with',
      '"Inspect Loss" or: loss-lens inspect RESULT. Results of several days or shards are added up.',
    ]),
    sums,
    '',
    ...commented([
      `The ${request.worst} rows that cost the most. It reads the table once more and keeps ${request.worst} rows.`,
      'Open its result together with that of the sums.',
    ]),
    worst,
    '',
  ].join('\n');
}

function commented(lines: readonly string[]): readonly string[] {
  return lines.map(line => `-- ${line}`);
}
