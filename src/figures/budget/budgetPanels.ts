import { sumOfTop } from '../../core/fastPaths/lossRanking';
import type { Mark, Plot } from '../../shared/figure';
import { lineAt, placesOf } from '../drawing/drawnSamples';
import type { Budget } from './budget';
import type { GroupShare } from './groupShares';

const maxVertices = 500;
const maxGroups = 30;

/** The share of the loss that the costliest rows carry, over how many they are. */
export function budgetPanel(budget: Budget): Plot {
  const { ranking, index, aside, lossName } = budget;
  const ranks = shownRanks(ranking.n);
  const share = (rank: number) => (ranking.total > 0 ? sumOfTop(ranking, rank) / ranking.total : 0);
  const marks: Mark[] = [
    {
      kind: 'line',
      name: `share of the ${lossName}`,
      tone: { series: index },
      x: ranks.map(rank => rank / ranking.n),
      y: ranks.map(share),
    },
    {
      kind: 'line',
      name: 'every row costs the same',
      tone: { meaning: 'neutral' },
      dash: 'dashed',
      x: Float64Array.of(0, 1),
      y: Float64Array.of(0, 1),
    },
    topPoints(budget, share),
  ];
  if (aside > 0)
    marks.push({
      kind: 'rule',
      name: 'set aside',
      tone: { meaning: 'accent' },
      along: 'x',
      value: aside / ranking.n,
    });
  return {
    kind: 'plot',
    x: { label: 'share of the rows, the costliest first', scale: 'linear', min: 0, max: 1 },
    y: { label: `share of the ${lossName}`, scale: 'linear', min: 0, max: 1 },
    marks,
  };
}

/** Every rank while there are few, else dense at the costly end. */
function shownRanks(n: number): Float64Array {
  if (n <= maxVertices) return Float64Array.from({ length: n + 1 }, (_, rank) => rank);
  const ranks = new Set<number>([0]);
  for (let i = 0; i <= maxVertices / 2; i++) {
    ranks.add(Math.round((n * i) / (maxVertices / 2)));
    ranks.add(Math.round(n ** (i / (maxVertices / 2))));
  }
  return Float64Array.from(ranks).sort();
}

/** The costliest rows one by one, each at the share that it completes. */
function topPoints({ data, model, top, ranking }: Budget, share: (rank: number) => number): Mark {
  return {
    kind: 'points',
    name: 'costliest rows',
    tone: { meaning: 'bad' },
    x: Float64Array.from(top, (_, place) => (place + 1) / ranking.n),
    y: Float64Array.from(top, (_, place) => share(place + 1)),
    ...placesOf(data, model, top),
  };
}

/** Share of the loss of each group beside its share of the rows. */
export function groupPanel(
  { data, model, index, lossName }: Budget,
  groups: readonly GroupShare[],
): Plot {
  const shown = groups.slice(0, maxGroups);
  const places = Float64Array.from(shown, (_, place) => place);
  const worst = shown.map(group => lineAt(data, model, group.worst).line ?? 0);
  return {
    kind: 'plot',
    x: { label: 'group', scale: 'linear', categories: shown.map(group => group.name) },
    y: { label: 'share', scale: 'linear', min: 0 },
    marks: [
      {
        kind: 'bars',
        name: `share of the ${lossName}`,
        tone: { series: index },
        edges: Float64Array.from({ length: shown.length + 1 }, (_, edge) => edge - 0.5),
        heights: Float64Array.from(shown, group => group.share),
      },
      {
        kind: 'points',
        name: 'share of the rows',
        tone: { meaning: 'neutral' },
        shape: 'diamond',
        x: places,
        y: Float64Array.from(shown, group => group.count / model.n),
        lines: Int32Array.from(worst),
      },
    ],
  };
}
