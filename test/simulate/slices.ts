import type { Feature } from '../../src/core/slices/feature';
import { type Draw, drawFrom } from './draw';

/** How the errors of a simulated table are drawn. */
export const errorLaws: Readonly<Record<'normal' | 'laplace' | 't3', (draw: Draw) => number>> = {
  normal: draw => draw.normal(),
  laplace: draw => (draw.chance(0.5) ? 1 : -1) * -Math.log(1 - draw.between(0, 1)),
  t3: draw => {
    const square = draw.normal() ** 2 + draw.normal() ** 2 + draw.normal() ** 2;
    return draw.normal() / Math.sqrt(square / 3);
  },
};
export type ErrorLaw = keyof typeof errorLaws;

/** What a planted group is made of; null plants none. */
export const plantedKinds = ['name', 'range', 'names', 'name and range', 'ranges'] as const;
export type PlantedKind = (typeof plantedKinds)[number];

export interface Plan {
  readonly seed: number;
  readonly rows: number;
  readonly kind: PlantedKind | null;
  /** Share of the rows in the group, and how many times the loss of the others theirs is. */
  readonly share: number;
  readonly ratio: number;
  readonly law: ErrorLaw;
  /** Errors as large as the prediction says, everywhere. */
  readonly proportional?: boolean;
}

export interface Planted {
  readonly features: readonly Feature[];
  /** Squared errors and predictions. */
  readonly losses: Float64Array;
  readonly predictions: Float64Array;
  readonly rows: Int32Array;
  readonly isIn: Uint8Array;
  /** Columns that the group is made of. */
  readonly columns: readonly string[];
}

/** A table with a group that fails, and twelve columns beside it of which some follow its cause. */
export function planted(plan: Plan): Planted {
  const draw = drawFrom(plan.seed);
  const n = plan.rows;
  const numbers = (value: (i: number) => number) =>
    Float64Array.from({ length: n }, (_, i) => value(i));
  const codes = (labels: number) =>
    Int32Array.from(numbers(() => Math.floor(draw.between(0, labels))));
  const first = numbers(() => draw.between(0, 1));
  const second = numbers(() => draw.between(0, 1));
  const side = Math.sqrt(plan.share);
  const few = Math.max(2, Math.round(1 / side));
  const names = codes(few);
  const others = codes(few);
  const rare = Int32Array.from(
    numbers(() => (draw.chance(plan.share) ? 0 : 1 + Math.floor(draw.between(0, 6)))),
  );
  const causes: Readonly<Record<PlantedKind, readonly [Feature, Feature, (i: number) => boolean]>> =
    {
      name: [label('a', rare, 7), number('b', second), i => rare[i] === 0],
      range: [
        number('a', first),
        number('b', second),
        i => first[i]! >= 0.5 && first[i]! < 0.5 + plan.share,
      ],
      names: [
        label('a', names, few),
        label('b', others, few),
        i => names[i] === 0 && others[i] === 0,
      ],
      'name and range': [
        label('a', names, few),
        number('b', second),
        i => names[i] === 0 && second[i]! > 1 - plan.share * few,
      ],
      ranges: [
        number('a', first),
        number('b', second),
        i => first[i]! < side && second[i]! > 1 - side,
      ],
    };
  const [a, b, belongs] = causes[plan.kind ?? 'ranges'];
  const isIn = Uint8Array.from({ length: n }, (_, i) => Number(plan.kind !== null && belongs(i)));
  const own = numbers(i => (a.kind === 'number' ? a.values[i]! * few : a.codes[i]!));
  const features = [
    a,
    b,
    ...[0, 1, 2, 3].map(k =>
      number(
        `noise ${k}`,
        numbers(() => draw.normal()),
      ),
    ),
    number(
      'long tail',
      numbers(() => Math.exp(2 * draw.normal())),
    ),
    ...[2, 5, 10].map(k => label(`names ${k}`, codes(k), k)),
    number(
      'follows a',
      own.map(x => x + draw.normal()),
    ),
    number(
      'follows b',
      second.map(x => x + 0.3 * draw.normal()),
    ),
    label(
      'copies a',
      Int32Array.from(own, x =>
        draw.chance(0.7) ? Math.floor(x) : Math.floor(draw.between(0, few)),
      ),
      few + 7,
    ),
  ];
  const predictions = numbers(i => Math.abs(10 + 7 * (first[i]! + second[i]!) + draw.normal()));
  const losses = numbers(i => {
    const scale =
      (isIn[i] === 1 ? Math.sqrt(plan.ratio) : 1) * (plan.proportional ? predictions[i]! : 1);
    return (scale * errorLaws[plan.law](draw)) ** 2;
  });
  const columns = plan.kind === 'name' || plan.kind === 'range' ? ['a'] : ['a', 'b'];
  return { features, losses, predictions, rows: Int32Array.from(numbers(i => i)), isIn, columns };
}

function number(column: string, values: Float64Array): Feature {
  return { kind: 'number', column, part: null, values };
}

function label(column: string, codes: Int32Array, count: number): Feature {
  const labels = Array.from({ length: count }, (_, k) => `v${k}`);
  return { kind: 'label', column, part: null, codes, labels };
}
