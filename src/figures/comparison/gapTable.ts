import { type GapNames, outcomeName } from '../../core/comparison/gapText';
import type { GapPart, LossGap } from '../../core/comparison/lossGap';
import type { Standing } from '../../core/comparison/standing';
import type { DataRow, DataTable } from '../../shared/figure';
import { regionNames } from '../../shared/regionNames';
import { linesText, percent } from '../../shared/text';

/** The parts of a gap by outcome, then by outcome and confidence; each leads to its first row. */
export function gapTable(gap: LossGap, names: GapNames): DataTable {
  const [first, second] = names.models;
  const labels = ['rows', `part of the gap (${second} - ${first})`, 'share of the gap'];
  const losses = names.models.map(name => `mean ${names.loss} of ${name}`);
  const detailed = gap.cells.some(cell => cell.regions !== null);
  return {
    caption: `Where the difference in ${names.loss} between ${first} and ${second} comes from`,
    columns: [
      { label: 'outcome', numeric: false },
      ...[...labels, ...losses].map(label => ({ label, numeric: true })),
      { label: 'lines', numeric: false },
    ],
    rows: [...gap.parts, ...(detailed ? gap.cells : [])].map(part => partRow(part, names)),
  };
}

function partRow(part: GapPart, names: GapNames): DataRow {
  const lines = names.linesOf(part.samples);
  const listed = part.samples.length < part.count ? ', ...' : '';
  return {
    cells: [
      `${outcomeName(part.right, names.models)}${regionsText(part, names)}`,
      part.count,
      part.gap,
      Number.isNaN(part.share) ? null : percent(part.share),
      ...part.meanLoss,
      lines.length > 0 ? `${linesText(lines, 20)}${listed}` : null,
    ],
    ...(lines[0] === undefined ? {} : { line: lines[0] }),
  };
}

function regionsText({ regions }: GapPart, { models }: GapNames): string {
  if (regions === null) return '';
  return `: ${models[0]} ${regionNames[regions[0]]}, ${models[1]} ${regionNames[regions[1]]}`;
}

/** Accuracy and loss of every model with their intervals. */
export function standingsTable(standings: readonly Standing[], loss: string): DataTable {
  const labels = ['accuracy', 'low', 'high', `mean ${loss}`, 'low', 'high'];
  return {
    caption: 'Models with 95 % intervals',
    columns: [
      { label: 'model', numeric: false },
      ...labels.map(label => ({ label, numeric: true })),
    ],
    rows: standings.map(standing => ({
      cells: [
        standing.name,
        standing.accuracy,
        standing.accuracyInterval?.low ?? null,
        standing.accuracyInterval?.high ?? null,
        standing.loss,
        standing.lossInterval?.low ?? null,
        standing.lossInterval?.high ?? null,
      ],
    })),
  };
}
