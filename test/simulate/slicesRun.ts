import { findSlices } from '../../src/core/slices/findSlices';
import { halvesOf } from '../../src/core/slices/halves';
import { membership } from '../../src/core/slices/membership';
import { type ErrorLaw, errorLaws, type Plan, type Planted, planted, plantedKinds } from './slices';

/** What became of one simulated table. */
interface Outcome {
  /** Something was found at all. */
  readonly any: boolean;
  /** A slice names the planted columns and shares at least 0.8 of the rows with the group (Jaccard). */
  readonly right: boolean;
}

const laws = Object.keys(errorLaws) as ErrorLaw[];
const rows = 2000;
/** Shares that are asked for, by how many times the loss of the others a group has. */
const goals: Readonly<Record<number, string>> = { 3: '90 %', 5: '95 %' };

/**
 * The document on how often groups are found, as Markdown; `tables` simulated ones of each kind of group, and
 * `healthy` without any, for each law of errors.
 */
export async function slicesDocument(
  tables: number,
  healthy: number,
  ratios: readonly number[],
): Promise<string> {
  const lines = [
    `| errors | times the loss | ${plantedKinds.join(' | ')} | all | goal | any |`,
    `|---|--:|${plantedKinds.map(() => '--:|').join('')}--:|--:|--:|`,
  ];
  for (const law of laws) {
    for (const ratio of ratios) lines.push(await plantedLine(law, ratio, tables));
  }
  lines.push('', '| tables without a group | something found | goal |', '|---|--:|--:|');
  for (const law of laws) {
    for (const proportional of [false, true]) {
      lines.push(await healthyLine(law, proportional, healthy));
    }
  }
  return `${lines.join('\n')}\n`;
}

async function plantedLine(law: ErrorLaw, ratio: number, tables: number): Promise<string> {
  const shares: number[] = [];
  let any = 0;
  for (const kind of plantedKinds) {
    let right = 0;
    for (let k = 0; k < tables; k++) {
      const share = 0.02 + (0.08 * (k + 0.5)) / tables;
      const outcome = await outcomeOf({ seed: 1000 + k, rows, kind, share, ratio, law });
      right += Number(outcome.right);
      any += Number(outcome.any);
    }
    shares.push(right / tables);
  }
  const all = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const cells = [...shares, all].map(percent);
  const last = [goals[ratio] ?? '', percent(any / tables / plantedKinds.length)];
  return `| ${[law, ratio, ...cells, ...last].join(' | ')} |`;
}

async function healthyLine(law: ErrorLaw, proportional: boolean, tables: number): Promise<string> {
  let any = 0;
  for (let k = 0; k < tables; k++) {
    const plan = { seed: 5000 + k, rows, kind: null, share: 0.05, ratio: 1, law, proportional };
    any += Number((await outcomeOf(plan)).any);
  }
  const name = proportional ? `${law}, proportional to the prediction` : law;
  return `| ${name} | ${any} of ${tables}, ${percent(any / tables)} | 5 % |`;
}

async function outcomeOf(plan: Plan): Promise<Outcome> {
  const table = planted(plan);
  const halves = halvesOf(table.rows, table.losses, table.features, undefined);
  const slices = await findSlices({ ...table, halves });
  const isRight = slices.some(({ where }) => {
    const columns = where.map(({ feature }) => feature.column).sort();
    return String(columns) === String(table.columns) && shared(table, where) >= 0.8;
  });
  return { any: slices.length > 0, right: isRight };
}

function shared({ isIn, rows: all }: Planted, where: Parameters<typeof membership>[0]): number {
  const found = membership(where, all);
  let both = 0;
  let either = 0;
  for (let i = 0; i < found.length; i++) {
    both += found[i]! & isIn[i]!;
    either += found[i]! | isIn[i]!;
  }
  return both / either;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
