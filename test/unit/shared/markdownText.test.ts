import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../../src/shared/markdownText';
import { hostileNames } from '../../support/hostileNames';
import { markdownReader as reader } from '../../support/markdownReader';

const plainTokens = new Set([
  'paragraph_open',
  'paragraph_close',
  'inline',
  'text',
  'text_special',
]);

/** What Markdown makes of a text besides text. */
function markupIn(text: string): readonly string[] {
  const tokens = reader.parse(text, {});
  const all = [...tokens, ...tokens.flatMap(({ children }) => children ?? [])];
  return all.map(({ type }) => type).filter(type => !plainTokens.has(type));
}

describe('text from data in Markdown', () => {
  it('is text and nothing else, whatever a name is made of', () => {
    for (const name of hostileNames) {
      const text = markdownText(name);
      assert.deepEqual(markupIn(text), [], text.slice(0, 80));
      assert.doesNotMatch(text, /\n/);
    }
  });

  it('reads as what it was when it is rendered', () => {
    for (const name of [
      'y_pred*2',
      'a|b',
      '<i>',
      '&lt;',
      '1. first',
      '- x',
      'f(x)[0] ~ $y',
      'P@1',
    ]) {
      const rendered = reader.renderInline(markdownText(name));
      const shown = rendered
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      assert.equal(shown, name);
    }
  });

  it('mentions nobody and links no mailbox', () => {
    assert.equal(markdownText('@someone'), '@ someone');
    assert.equal(markdownText('a@example.com'), 'a@ example.com');
    assert.equal(markdownText('precision@10'), 'precision@10');
  });

  it('is text at the start of a line, in a list and in a table, for any text', () => {
    const parts = [
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '*',
      '_',
      '`',
      '#',
      '-',
      '+',
      '1.',
      '~~',
      '|',
    ];
    const more = [
      '\\',
      '&amp;',
      'https://a.b',
      'www.a.b',
      ' ',
      '\n',
      'a',
      '@b',
      '$',
      '=',
      ':',
      '"',
    ];
    const texts = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 12 });
    fc.assert(
      fc.property(texts, words => {
        const text = markdownText(words.join(''));
        assert.deepEqual(markupIn(text), [], text);
        const [open, item] = reader.parse(`- ${text}`, {}).map(({ type }) => type);
        assert.deepEqual([open, item], ['bullet_list_open', 'list_item_open']);
        assert.equal(
          reader.parse(`- ${text}`, {}).filter(t => t.type.endsWith('_open')).length <= 3,
          true,
        );
        const cells = reader.parse(`| a | b |\n| --- | --- |\n| ${text} | x |`, {});
        assert.equal(cells.filter(({ type }) => type === 'td_open').length, 2);
      }),
      { numRuns: 500 },
    );
  });
});
