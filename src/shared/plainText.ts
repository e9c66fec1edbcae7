/**
 * Characters that nobody sees or that turn their neighbours round: control and format characters, fillers,
 * variation selectors, line separators, halves of surrogate pairs. Tabs and line feeds are blanks.
 */
const invisible =
  /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/** A sentence longer than this is read by nobody. */
const longest = 600;

/** Text as it may be shown: characters that would hide or reorder their neighbours are spelled out. */
export function visible(text: string): string {
  return text.replace(invisible, (char, at: number) =>
    shapesItsNeighbours(char, at, text) ? char : spelled(char),
  );
}

/**
 * Text that comes from data, as it may stand in a notification, a hover, a title, a status bar or a list: on
 * one line, with nothing in it that VS Code makes a link (`[text](command:id)`) or an icon (`$(name)`) of,
 * and at most `most` characters long, cut in its middle. The same text when it is given again.
 */
export function plainText(text: string, most: number = longest): string {
  const line = visible(text.replace(/\s+/g, ' ')).trim();
  const unlinked = line.replace(/\](?=\()/g, '] ').replace(/\$(?=\()/g, '$ ');
  return cutInside(unlinked, most);
}

/** One plain sentence, whatever the text is made of; it ends with a full stop. */
export function sentence(text: string): string {
  const plain = plainText(text);
  if (plain === '') return 'There is no message.';
  return /[.?!…]$/.test(plain) ? plain : `${plain}.`;
}

/** The first `most` characters, whole code points, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** What stands in the middle goes: sentences quote their data there, and end with what was done about it. */
function cutInside(text: string, most: number): string {
  if (Array.from(text.slice(0, 2 * most + 2)).length <= most) return text;
  const tail = Math.floor(most / 3);
  const head = Array.from(text.slice(0, 2 * most)).slice(0, most - 1 - tail);
  const end = tail === 0 ? [] : Array.from(text.slice(-2 * tail)).slice(-tail);
  // A joiner at the cut has lost its neighbour.
  const [before, behind] = [head.join(''), end.join('')];
  return `${before.replace(/(?:\u200c|\u200d)+$/, '')}…${behind.replace(/^(?:\u200c|\u200d|\ufe0f)+/, '')}`;
}

/** What a joiner may stand behind in an emoji: a picture, with its selector or its tone. */
const picture = /(?:\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})$/u;
/** Letters and marks of the scripts in which a joiner changes how its neighbours look. */
const joined =
  /^(?![\p{Default_Ignorable_Code_Point}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}])[\p{L}\p{M}]$/u;

/** Selectors behind a picture, and joiners inside an emoji or inside a word. */
function shapesItsNeighbours(char: string, at: number, text: string): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  if (char === '\ufe0f') return /\p{Extended_Pictographic}$/u.test(before);
  if (char !== '\u200d' && char !== '\u200c') return false;
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (picture.test(before)) return /^\p{Extended_Pictographic}$/u.test(after);
  return joined.test(Array.from(before).at(-1) ?? '') && joined.test(after);
}

function spelled(char: string): string {
  const code = char.codePointAt(0)!.toString(16).toUpperCase();
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
