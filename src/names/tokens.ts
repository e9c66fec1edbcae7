/** One word or number of a name and where it stands in it. */
export interface Token {
  /** Lower case, without accents. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const pieces =
  /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}[\p{Ll}\p{M}]*|\p{Lu}+|[\p{Lo}\p{M}]+|\d+(?:\.\d+)?|%/gu;
/** The same for plain ASCII, which needs none of Unicode's tables: they take long to load. */
const asciiPieces = /[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+(?:\.\d+)?|%/g;
const beyondAscii = /[^ -~]/;
/** Words that people glue to the end of another: `mlpred`, `catproba`. */
const glued = /^(.{2,})(pred|preds|proba|probs|yhat)$/;
const longest = 400;

/** The words of a name: `randomForest_Pred (eV)` gives `random`, `forest`, `pred`, `e`, `v`. */
export function tokensOf(name: string): Token[] {
  const text = name.slice(0, longest).normalize('NFC');
  const found = text.matchAll(beyondAscii.test(text) ? pieces : asciiPieces);
  return [...found].flatMap(match => split(plain(match[0]), match.index));
}

/** Lower case without accents, so that `Prévision` and `prevision` are one word. */
export function plain(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFC');
}

function split(word: string, start: number): Token[] {
  const parts = glued.exec(word);
  const end = start + word.length;
  if (parts === null) return [{ word, start, end }];
  const middle = start + parts[1]!.length;
  return [
    { word: parts[1]!, start, end: middle },
    { word: parts[2]!, start: middle, end },
  ];
}
