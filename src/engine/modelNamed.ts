import type { Usable } from '../core/samples/usable';

/** The samples of one model, of its first split unless told otherwise; throws when there is none. */
export function modelNamed(usable: readonly Usable[], name: string, split?: string | null): Usable {
  const found = usable.find(
    one => one.name === name && (split === undefined || one.split === split),
  );
  if (found === undefined) throw new Error(`There is no model called "${name}".`);
  return found;
}
