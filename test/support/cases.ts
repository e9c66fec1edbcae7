import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from './notRun';

/** Folder of small inputs with known answers, one folder each; it lies outside of this repository. */
const folder = process.env.LOSS_LENS_CASES ?? '../shared/cases';

/** The delimited files of all cases. */
export function caseTables(): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(file => join(folder, String(file)))
    .filter(file => /\.(?:csv|tsv)$/.test(file))
    .sort();
}

/** A test over the cases: counted as not run where they are not at hand. */
export function itOnCases(title: string, test: () => Promise<void>): void {
  if (existsSync(folder)) it(title, test);
  else notRun(title, 'the cases are not at hand');
}
