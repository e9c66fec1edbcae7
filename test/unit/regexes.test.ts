import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtRegexes } from '../support/builtRegexes';
import { attacks } from '../support/regexAttacks';
import { regexLiterals } from '../support/regexLiterals';

/** Long enough for a square to show, and short enough for a cube to end. */
const length = 2500;
/** A pattern that looks at every character a few times takes a hundredth of this. */
const maxMilliseconds = 1.5;
const tries = 5;

const sources = readdirSync('src', { recursive: true })
  .map(String)
  .filter(file => /\.tsx?$/.test(file));

function milliseconds(regex: RegExp, text: string): number {
  const started = performance.now();
  regex.lastIndex = 0;
  regex.test(text);
  return performance.now() - started;
}

/** The least of several times, which no other work of the machine can lengthen. */
function leastMilliseconds(regex: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > maxMilliseconds; i++) {
    least = Math.min(least, milliseconds(regex, text));
  }
  return least;
}

/** A text on which a pattern takes long, or undefined. */
function slowText(regex: RegExp): string | undefined {
  for (const text of attacks(regex.source, length)) {
    if (leastMilliseconds(regex, text) > maxMilliseconds) {
      return JSON.stringify(`${text.slice(0, 20)}...${text.slice(-3)}`);
    }
  }
  return undefined;
}

describe('regular expressions', () => {
  it('are found in a source, and divisions and comments are not', () => {
    const source = 'const a = b / c / d; // /x/\nconst e = /[/"]y/g; f(/z/, "/q/", 1 / g! / h);';
    const found = regexLiterals(source).map(({ line, regex }) => `${line} ${regex}`);
    assert.deepEqual(found, ['2 /[/"]y/g', '2 /z/']);
  });

  it('that go back and forth over a long text would be noticed', () => {
    assert.notEqual(slowText(/\s+$/), undefined);
    assert.notEqual(slowText(/^(.*?)[-_ ]*(\w+)!$/), undefined);
  });

  it('take time in proportion to the text, on long blanks, digits, words and signs', () => {
    const slow = sources.flatMap(file =>
      regexLiterals(readFileSync(`src/${file}`, 'utf8')).flatMap(literal => {
        const text = slowText(literal.regex);
        return text === undefined ? [] : [`${file}:${literal.line} on ${text}`];
      }),
    );
    assert.deepEqual(slow, []);
  });

  it('take time in proportion also where they are built of parts and of names', async () => {
    const slow: string[] = [];
    for (const [file, build] of Object.entries(builtRegexes)) {
      const built = await build();
      assert.ok(built.length > 0, `${file} builds none`);
      for (const regex of built) {
        const text = slowText(regex);
        if (text !== undefined) slow.push(`${file}: ${regex} on ${text}`);
      }
    }
    assert.deepEqual(slow, []);
  });

  it('that are built are all known to this test', () => {
    const building = sources.filter(file => /\bRegExp\(/.test(readFileSync(`src/${file}`, 'utf8')));
    assert.deepEqual(building.sort(), Object.keys(builtRegexes).sort());
  });
});
