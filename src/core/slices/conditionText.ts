import { significant } from '../../shared/text';
import { shortened } from '../modelTitle';
import type { Condition, Feature, FeaturePart } from './feature';

const partNames: Readonly<Record<FeaturePart, string>> = {
  hour: 'hour of',
  weekday: 'weekday of',
  month: 'month of',
  length: 'length of',
};

/** `region is west and age from 60` */
export function whereWords(where: readonly Condition[]): string {
  return where.map(conditionWords).join(' and ');
}

export function featureWords({ column, part }: Pick<Feature, 'column' | 'part'>): string {
  const name = shortened(column);
  return part === null ? name : `${partNames[part]} ${name}`;
}

/** `region is west`, `age from 60`, `region missing` */
function conditionWords({ feature, test }: Condition): string {
  const name = featureWords(feature);
  if ('is' in test && test.is !== null) return `${name} is ${shortened(test.is)}`;
  return `${name} ${valueWords({ feature, test })}`;
}

/** The value or the range alone: `west`, `from 20 to below 30`, `missing`. */
export function valueWords({ feature, test }: Condition): string {
  if ('is' in test) return test.is === null ? 'missing' : test.is;
  const said = (x: number) => numberWords(feature, x);
  if (test.from === null && test.below === null) return 'known';
  if (test.below === null) return `from ${said(test.from!)}`;
  if (test.from === null) return `below ${said(test.below)}`;
  return `from ${said(test.from)} to below ${said(test.below)}`;
}

/** A time as 2024-05-01 13:00, any other number as it is read. */
function numberWords(feature: Feature, x: number): string {
  if (feature.kind !== 'number' || feature.isTime !== true) return significant(x, 6);
  const text = new Date(x * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return text.endsWith(' 00:00') ? text.slice(0, 10) : text;
}
