import { plainText } from '../plainText';
import { isPlainObject, isWhole } from './check';
import type { ToPage } from './messages';

/**
 * What the page is told instead of a message that one of the two sides does not understand: no message goes
 * without an answer. A report that cannot be shown takes the one before it away, whose title is gone.
 */
export function refusal(message: unknown): readonly ToPage[] {
  const { type, id } = isPlainObject(message) ? message : {};
  const what =
    typeof type === 'string' ? `a message of the kind "${plainText(type, 40)}"` : 'a message';
  const problem: ToPage = {
    type: 'problem',
    text: `The page and the extension did not understand each other: ${what} was refused, since it is too large or not of a known shape.`,
    ...(isWhole(id) ? { id: id as number } : {}),
  };
  return type === 'report' ? [{ type: 'empty' }, problem] : [problem];
}
