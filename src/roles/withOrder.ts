import { RequestError } from '../readers/readError';
import { listed } from '../shared/text';
import type { ModelRoles, Roles } from './roles';
import { classKeysOf } from './samples/classKeys';

const maxNames = 10;

/**
 * The roles with the classes in the order that a person gave, least first. Throws a RequestError where it does not
 * name every class once, or there are not three classes.
 */
export function withOrder(
  roles: Roles,
  order: readonly string[] | undefined,
  source: string,
): Roles {
  if (order === undefined) return roles;
  const { classes } = roles;
  if (roles.task !== 'multiclass' || classes === null) {
    throw new RequestError({ source }, 'an order is of three classes or more, and there are none');
  }
  const { keyOf } = classKeysOf([classes, order]);
  const places = new Map(classes.map((label, k) => [keyOf(label), k]));
  const given = order.map(label => places.get(keyOf(label)));
  const isWhole = new Set(given).size === classes.length && given.length === classes.length;
  if (!isWhole || given.includes(undefined)) {
    const names = classes.slice(0, maxNames).map(label => `"${label}"`);
    const more = classes.length - names.length;
    throw new RequestError(
      { source },
      `the order has to name every class once: ${listed(more > 0 ? [...names, `${more} more`] : names)}`,
    );
  }
  const sorted = given.map(place => place!);
  return {
    ...roles,
    ordered: true,
    classes: sorted.map(k => classes[k]!),
    models: roles.models.map(model => inOrder(model, sorted)),
  };
}

function inOrder(model: ModelRoles, order: readonly number[]): ModelRoles {
  const { probability, logits } = model;
  return {
    ...model,
    ...(probability && { probability: order.map(k => probability[k]!) }),
    ...(logits && { logits: order.map(k => logits[k]!) }),
  };
}
