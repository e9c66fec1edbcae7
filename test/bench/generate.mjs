// Writes the files that are measured, the same bytes on every machine: node generate.mjs FOLDER [NAME...]
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** What is measured: rows, the header, and how one row is written. */
export const datasets = {
  'plain-10k': { rows: 10_000, header: 'id,y_true,y_pred', row: plainRow },
  'plain-1m': { rows: 1_000_000, header: 'id,y_true,y_pred', row: plainRow },
  'plain-10m': { rows: 10_000_000, header: 'id,y_true,y_pred', row: plainRow },
  'plain-30m': { rows: 30_000_000, header: 'id,y_true,y_pred', row: plainRow },
  'messy-1m': { rows: 1_000_000, header: 'id,y_true,y_pred', row: messyRow },
  'classes-1m': {
    rows: 1_000_000,
    header: `label,${Array.from({ length: 10 }, (_, k) => `p${k}`).join(',')}`,
    row: classesRow,
  },
};

/** Tables whose figures are timed, beside the plain ones. */
export const figureDatasets = {
  'binary-10m': { rows: 10_000_000, header: 'label,probability', row: binaryRow },
};

/** Uniform numbers in [0, 1) with 53 bits, from two steps of a 32-bit mixer (Steele and Vigna's constants). */
function randomFrom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

function plainRow(row, random) {
  const target = random() * 100;
  return `${row},${target},${target + (random() - 0.5) * 10}\n`;
}

/** Quotes, blank cells, missing words and exponents in half of the rows. */
function messyRow(row, random) {
  const target = random() * 100;
  const prediction = target + (random() - 0.5) * 10;
  switch (row % 8) {
    case 1:
      return `${row},"${target}","${prediction}"\n`;
    case 3:
      return `${row},${target.toExponential()},${prediction.toExponential()}\n`;
    case 5:
      return `"row ""${row}""",${target},${prediction.toExponential(8)}\n`;
    case 7:
      return row % 80 === 7 ? `${row},,${prediction}\n` : `${row}, ${target},${prediction} \n`;
    default:
      return `${row},${target},${prediction}\n`;
  }
}

/** A model that is right more often the surer it is, and overconfident. */
function binaryRow(_, random) {
  const probability = random();
  return `${random() < 0.1 + 0.8 * probability ? 1 : 0},${probability}\n`;
}

function classesRow(_, random) {
  const weights = Array.from({ length: 10 }, () => random() ** 3 + 1e-9);
  const sum = weights.reduce((a, b) => a + b);
  return `${Math.floor(random() * 10)},${weights.map(w => w / sum).join(',')}\n`;
}

/** The path of a data set in a folder, written there unless it is there already. */
export function dataset(folder, name) {
  const path = join(folder, `${name}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const { rows, header, row } = { ...datasets, ...figureDatasets }[name];
  const random = randomFrom(42);
  const file = openSync(`${path}.part`, 'w');
  let text = `${header}\n`;
  for (let i = 0; i < rows; i++) {
    text += row(i, random);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...names] = process.argv.slice(2);
  for (const name of names.length > 0 ? names : Object.keys(datasets)) {
    const path = dataset(folder, name);
    console.log(`${path} ${statSync(path).size}`);
  }
}
