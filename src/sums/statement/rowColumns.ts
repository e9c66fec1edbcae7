import type { Plan, SumsRequest } from '../request';
import type { SumsTask } from '../sumsTask';
import { textLiteral } from './identifiers';
import { cases, cleaned, num, type Sql, when } from './sql';
import { type Check, finite, statusOf, tooLarge, used, without } from './status';

/** An expression and the name that it gets. */
export type Named = readonly [expression: string, name: string];

/** What is made of a row, layer by layer: each may use the names of those below. */
export interface RowColumns {
  /** Of the person's own columns. */
  readonly raw: (own: OwnColumns) => readonly Named[];
  readonly status: string;
  readonly layers: readonly (readonly Named[])[];
}

/** Expressions of the person's columns. */
export interface OwnColumns {
  readonly target: string | null;
  /** Of the model of the row, as doubles. */
  readonly columns: readonly string[];
}

type Writer = (sql: Sql, plan: Plan, request: SumsRequest) => RowColumns;

/** The rows of a table as the layouts need them, by task. */
export const rowColumns: Readonly<Record<SumsTask, Writer>> = {
  regression: (sql, _plan, request) => ({
    raw: ({ target, columns }) => [
      [sql.number(target!), 'y0_'],
      [columns[0]!, 'p0_'],
    ],
    status: statusOf([
      finite('target', ['y0_']),
      ...weightChecks(request),
      finite('prediction', ['p0_']),
      tooLarge(['y0_', 'p0_']),
    ]),
    layers: [
      [
        [usedOr(cleaned('y0_'), num(1)), 'y1_'],
        [usedOr(cleaned('p0_'), num(1)), 'p1_'],
        [usedOr(cleaned('(p0_ - y0_)'), num(0)), 'e1_'],
        [usedOr('y0_ - c0_', num(0)), 'd1_'],
      ],
      [
        ['ABS(e1_)', 'a1_'],
        [when('y1_ > 0 AND p1_ > 0', `e1_ / ${when('y1_ > 0', 'y1_', num(1))}`, num(0)), 'ry_'],
        [
          when('y1_ > 0 AND p1_ > 0', `(0 - e1_) / ${when('p1_ > 0', 'p1_', num(1))}`, num(0)),
          'rp_',
        ],
      ],
    ],
  }),
  errors: (_sql, _plan, request) => ({
    raw: ({ columns }) => [[columns[0]!, 'p0_']],
    status: statusOf([...weightChecks(request), finite('error', ['p0_']), tooLarge(['p0_'])]),
    layers: [[[usedOr(cleaned('p0_'), num(0)), 'e1_']], [['ABS(e1_)', 'a1_']]],
  }),
  binary: (sql, _plan, request) => ({
    raw: ({ target, columns }) => [
      [labelOf(sql, target!, request.positive), 'l0_'],
      [columns[0]!, 'p0_'],
    ],
    status: statusOf([...labelChecks, ...weightChecks(request), ...probabilityChecks(['p0_'])]),
    layers: [
      [
        [usedOr('p0_', num(0.5)), 'r1_'],
        [usedOr('l0_', '0'), 'l1_'],
      ],
      [
        [cleaned('r1_'), 'p1_'],
        [`${num(1)} - r1_`, 'q1_'],
        [when('l1_ = 1', 'r1_', `${num(1)} - r1_`), 'v1_'],
      ],
      [
        [when('l1_ = 1', 'p1_', 'q1_'), 't1_'],
        [when('l1_ = 1', 'q1_', 'p1_'), 'o1_'],
      ],
    ],
  }),
  multiclass: (sql, plan, request) => classColumns(sql, plan, request),
};

function usedOr(value: string, other: string): string {
  return when(`status_ = ${used}`, value, other);
}

function weightChecks({ weight }: SumsRequest): readonly Check[] {
  if (weight === undefined) return [];
  return [finite('weight', ['w0_']), without('w0_ < 0', 'weight negative'), tooLarge(['w0_'])];
}

const labelChecks: readonly Check[] = [
  without('l0_ IS NULL', 'target missing'),
  without('l0_ < 0', 'target unknown'),
];

function probabilityChecks(columns: readonly string[]): readonly Check[] {
  const isOutside = columns.map(p => `${p} < 0 OR ${p} > 1`).join(' OR ');
  return [finite('probability', columns), without(isOutside, 'probability outside')];
}

const positives = ['1', 'true', 't', 'yes', 'positive'];
const negatives = ['0', 'false', 'f', 'no', 'negative'];

/** 1, 0, -1 where the label is neither, NULL where it is missing; with a positive label all others are negative. */
function labelOf(sql: Sql, target: string, positive: string | undefined): string {
  const label = sql.text(target);
  const isOneOf = (x: string, labels: readonly string[]) =>
    `${x} IN (${labels
      .flatMap(spellings)
      .map(text => textLiteral(sql.dialect, text))
      .join(', ')})`;
  const isMissing = [`${target} IS NULL`, 'NULL'] as const;
  if (positive !== undefined) {
    return cases([isMissing, [isOneOf(label, [positive]), '1']], '0');
  }
  const lower = `LOWER(${label})`;
  return cases(
    [isMissing, [isOneOf(lower, positives), '1'], [isOneOf(lower, negatives), '0']],
    '-1',
  );
}

/** A whole number as engines write it when its column holds doubles. */
function spellings(label: string): readonly string[] {
  return /^-?\d+$/.test(label) ? [label, `${label}.0`, `${label}.0E0`, `${label}.0e0`] : [label];
}

function classColumns(sql: Sql, { classes }: Plan, request: SumsRequest): RowColumns {
  const all = classes.map((_, k) => k);
  const raw = all.map(k => `c${k}_`);
  const own = all.map(k => `x${k}_`);
  const ofTruth = (value: (k: number) => string, other: string) =>
    cases(
      all.map(k => [`l1_ = ${k}`, value(k)] as const),
      other,
    );
  const largestOf = (k: number) =>
    all
      .filter(other => other !== k)
      .map(other => `x${k}_ >= x${other}_`)
      .join(' AND ');
  const square = (k: number) => `${own[k]!} * ${own[k]!}`;
  const others = (k: number) => all.filter(other => other !== k);
  return {
    raw: ({ target, columns }) => [
      [classOf(sql, target!, classes), 'l0_'],
      ...columns.map((column, k): Named => [column, raw[k]!]),
    ],
    status: statusOf([...labelChecks, ...weightChecks(request), ...probabilityChecks(raw)]),
    layers: [
      [
        [usedOr('l0_', '0'), 'l1_'],
        ...all.map((k): Named => [usedOr(cleaned(raw[k]!), num(0)), own[k]!]),
      ],
      [
        [
          cases(
            all.slice(0, -1).map(k => [largestOf(k), String(k)] as const),
            String(all.length - 1),
          ),
          'g1_',
        ],
        [
          usedOr(
            ofTruth(k => raw[k]!, num(0)),
            num(1),
          ),
          'v1_',
        ],
        [ofTruth(k => own[k]!, num(0)), 't1_'],
        [all.map(square).join(' + '), 'n1_'],
        [ofTruth(k => others(k).map(square).join(' + '), num(0)), 's1_'],
        [ofTruth(k => rank(own, k), '0'), 'k1_'],
      ],
      [
        [
          cases(
            all.map(k => [`g1_ = ${k}`, own[k]!] as const),
            num(0),
          ),
          'm1_',
        ],
        [`${num(1)} - v1_`, 'o1_'],
      ],
    ],
  };
}

/** 1 for the most probable class; of equal probabilities the later class goes first. */
function rank(own: readonly string[], k: number): string {
  const before = own.flatMap((p, other) =>
    other === k ? [] : [when(`${p} ${other > k ? '>=' : '>'} ${own[k]!}`, '1', '0')],
  );
  return ['1', ...before].join(' + ');
}

function classOf(sql: Sql, target: string, classes: readonly string[]): string {
  const label = sql.text(target);
  const isClass = (name: string) =>
    `${label} IN (${spellings(name)
      .map(text => textLiteral(sql.dialect, text))
      .join(', ')})`;
  return cases(
    [
      [`${target} IS NULL`, 'NULL'],
      ...classes.map((name, k) => [isClass(name), String(k)] as const),
    ],
    '-1',
  );
}
