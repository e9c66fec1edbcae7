import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import type { Table } from '../../../../src/readers/table';
import { guessRoles } from '../../../../src/roles/guess/guessRoles';
import { widened } from '../../../../src/roles/pivot/widened';
import type { Roles } from '../../../../src/roles/roles';
import { caseTables, itOnCases } from '../../../support/cases';
import { corpusEntries, itOnCorpus } from '../../../support/corpus';
import { smallTable } from '../../../support/smallTable';

/** The columns of which the sentence says that their names decided. */
function creditedNames(reason: string): readonly string[] {
  const clauses = reason.matchAll(
    /((?:"[^"]*"(?:, | and )?)+)(?: (?:is|are) [a-z ]+?)? because of (?:its name|their names)/g,
  );
  return [...clauses].flatMap(([, names]) =>
    [...names!.matchAll(/"([^"]*)"/g)].map(([, name]) => name!),
  );
}

const neutral = 'qzx';
/** Longer tables say nothing more about names. */
const maxRows = 5000;

function renamed(table: Table, name: string): Table {
  return {
    ...table,
    columns: table.columns.map(one => (one.name === name ? { ...one, name: neutral } : one)),
  };
}

function without(table: Table, name: string): Table {
  return { ...table, columns: table.columns.filter(one => one.name !== name) };
}

/** Every name that is credited changes the reading or its reason when it is another, and when it is not there. */
function assertDecided(table: Table): void {
  const before = read(table);
  if (before === 'no reading') return;
  for (const name of creditedNames(JSON.parse(before).reason)) {
    const after = read(renamed(table, name)).replaceAll(neutral, name);
    assert.notEqual(after, before, `"${name}" is credited and could have any name`);
    assert.notEqual(read(without(table, name)), before, `"${name}" is credited and not needed`);
  }
}

async function tableOf(path: string): Promise<Table> {
  const bytes = new Uint8Array(readFileSync(path));
  return widened(await readDelimited(bufferSource(basename(path), bytes)));
}

/** The reading with its reason; nothing where there is none. */
function read(table: Table): string {
  try {
    const roles: Roles = guessRoles(table, {});
    const { target, models, task, reason, classes, positive } = roles;
    return JSON.stringify({ target, models, task, reason, classes, positive });
  } catch {
    return 'no reading';
  }
}

describe('the reason of a reading', () => {
  const files = corpusEntries().filter(
    ({ file, rows, bytes }) => /\.(csv|tsv)$/.test(file) && bytes > 0 && rows < maxRows,
  );
  for (const { file } of files) {
    itOnCorpus(`credits no name that could be any other: ${basename(file)}`, [file], async path =>
      assertDecided(await tableOf(path!)),
    );
  }

  itOnCases('credits no name that could be any other or be missing, in the cases', async () => {
    const paths = caseTables();
    assert.ok(paths.length > 20, 'there are tables among the cases');
    for (const path of paths) assertDecided(await tableOf(path));
  });

  it('tells apart what names and what values have decided', () => {
    const target = [1.5, 2.5, 3.75, 7.5, 5.5];
    const table = smallTable({
      y_true: target,
      my_pred: target.map(value => value + 0.25),
      alpha: target.map(value => value + 0.5),
    });
    const { reason, models } = guessRoles(table, { predictions: ['my_pred'] });
    assert.equal(models.length, 1);
    assert.deepEqual(creditedNames(reason), ['y_true']);
    assert.deepEqual(creditedNames(guessRoles(table, {}).reason), ['y_true', 'my_pred']);
  });
});
