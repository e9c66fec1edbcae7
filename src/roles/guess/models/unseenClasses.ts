import { plain } from '../../../names/tokens';
import type { Candidate } from '../candidate';
import { addUpToOne } from './shares';

/** Class columns with the class of each. */
interface Group {
  readonly columns: readonly Candidate[];
  readonly classes: readonly string[];
}

/**
 * A group with the columns that are called like its others but for a class that no row has: `p_d` beside
 * `p_a`, `p_b` and `p_c`. Where names consist of the class alone, those that complete the sum of 1.
 */
export function withUnseen(group: Group, free: readonly Candidate[]): Group {
  const affix = affixOf(group);
  if (group.columns.length < 2 || affix === undefined) return group;
  const isUnit = group.columns.every(({ facts }) => facts.unitShare === 1);
  const akin = free.flatMap(column => {
    const label = isUnit && column.facts.unitShare < 1 ? undefined : between(column.name, affix);
    return label === undefined ? [] : [{ column, label }];
  });
  const all = {
    columns: [...group.columns, ...akin.map(({ column }) => column)],
    classes: [...group.classes, ...akin.map(({ label }) => label)],
  };
  if (akin.length === 0) return group;
  const completes = addUpToOne(all.columns) && !addUpToOne(group.columns);
  return completes || (affix.prefix !== '' && !addUpToOne(group.columns)) ? all : group;
}

interface Affix {
  readonly prefix: string;
  readonly suffix: string;
}

/** What stands before and after the class in all names of a group; undefined where they differ. */
function affixOf({ columns, classes }: Group): Affix | undefined {
  const found = columns.map(({ name }, i) => around(name, classes[i]!));
  const [first] = found;
  const isSame = found.every(one => one?.prefix === first?.prefix && one?.suffix === first?.suffix);
  return isSame ? first : undefined;
}

function around(name: string, label: string): Affix | undefined {
  const [whole, part] = [plain(name), plain(label)];
  const at = whole.lastIndexOf(part);
  if (at < 0 || part === '') return undefined;
  return { prefix: whole.slice(0, at), suffix: whole.slice(at + part.length) };
}

function between(name: string, { prefix, suffix }: Affix): string | undefined {
  const whole = plain(name);
  const isLong = whole.length > prefix.length + suffix.length;
  if (!isLong || !whole.startsWith(prefix) || !whole.endsWith(suffix)) return undefined;
  return name.slice(prefix.length, name.length - suffix.length);
}
