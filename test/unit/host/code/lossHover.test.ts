import assert from 'node:assert/strict';
import type { CancellationToken, Hover, MarkdownString, Position, TextDocument } from 'vscode';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import type { App } from '../../../../src/host/app';
import { lossHover } from '../../../../src/host/code/lossHover';
import type { Inspection } from '../../../../src/shared/protocol/inspection';
import { fake } from '../../../support/fakeVscode';
import { markdownReader } from '../../../support/markdownReader';

const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
const noCancel = { isCancellationRequested: false } as CancellationToken;

/** A document of which positions are offsets. */
function documentOf(text: string, languageId = 'python'): TextDocument {
  const document = {
    languageId,
    version: 1,
    uri: { scheme: 'file' },
    getText: (range?: { start: number; end: number }) =>
      range === undefined ? text : text.slice(range.start, range.end),
    offsetAt: (position: number) => position,
    positionAt: (offset: number) => offset,
    getWordRangeAtPosition: (position: number, pattern: RegExp) => {
      for (const found of text.matchAll(new RegExp(pattern.source, 'g'))) {
        const end = found.index + found[0].length;
        if (found.index <= position && position <= end) return { start: found.index, end };
      }
      return undefined;
    },
  };
  return document as unknown as TextDocument;
}

/** An app whose report, if any, is open in the panel; counts the engine's starts. */
function appWith(inspection?: Partial<Inspection>): { readonly app: App; started: number } {
  const counted = {
    started: 0,
    app: {
      services: {
        engine: () => {
          counted.started += 1;
          return engine;
        },
      },
      panel: { session: inspection === undefined ? undefined : { inspection } },
      side: {},
    } as unknown as App,
  };
  return counted;
}

async function hoverAt(
  text: string,
  word: string,
  app: App = appWith().app,
): Promise<Hover | undefined> {
  const position = text.lastIndexOf(word) as unknown as Position;
  const hover = await lossHover(app).provideHover(documentOf(text), position, noCancel);
  return hover ?? undefined;
}

async function textAt(text: string, word: string, app?: App): Promise<string> {
  const hover = await hoverAt(text, word, app);
  return hover === undefined ? '' : (hover.contents as unknown as MarkdownString).value;
}

const torch = 'import torch.nn as nn\ncriterion = nn.HuberLoss(delta=2)\n';

describe('the hover over a loss', () => {
  afterEach(() => fake.settings.clear());

  it('names the loss, whose it is and the parameters as they are written', async () => {
    assert.match(
      await textAt(torch, 'HuberLoss'),
      /^\*\*Huber loss\*\* \u00b7 PyTorch HuberLoss, delta = 2\n/,
    );
  });

  it('says what it punishes, takes, divides by, its trap and when to choose another', async () => {
    const text = await textAt(torch, 'HuberLoss');
    assert.match(text, /Squared up to delta/);
    for (const label of ['Takes', 'Divides by', 'Trap', 'Instead']) {
      assert.match(text, new RegExp(`- \\*\\*${label}\\*\\* \\S`));
    }
  });

  it('draws the curve with the parameters as written', async () => {
    const [two, three] = await Promise.all(
      [torch, torch.replace('delta=2', 'delta=3')].map(text => textAt(text, 'HuberLoss')),
    );
    assert.match(two!, /!\[[^\]]+\]\(data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+\)/);
    assert.notEqual(two!.replaceAll('delta = 2', ''), three!.replaceAll('delta = 3', ''));
  });

  it('says with what it drew a parameter that is not written out', async () => {
    const text = await textAt(torch.replace('delta=2', 'delta=DELTA'), 'HuberLoss');
    assert.match(text, /delta is not written out as a number here: drawn with 1\\?\./);
  });

  it('leads to the open report alone, by the one command that it may run', async () => {
    const report = { models: [{ name: 'ridge', values: { huber: 0.25 } }] };
    const { app } = appWith({ report } as unknown as Inspection);
    const hover = await hoverAt(torch, 'HuberLoss', app);
    const markdown = hover?.contents as unknown as MarkdownString;
    assert.match(markdown.value, /In the open report: 0\.25 \(ridge\)/);
    assert.match(markdown.value, /\(command:lossLens\.showLoss\?%5B%22huber%22%5D\)/);
    assert.deepEqual(markdown.isTrusted, { enabledCommands: ['lossLens.showLoss'] });
    assert.doesNotMatch(await textAt(torch, 'HuberLoss'), /command:/);
  });

  it('takes words of the source and of the report as text and nothing else', async () => {
    const evil = 'a](command:x)<img src=x>`';
    const report = { models: [{ name: evil, values: { log_loss: 1 } }] };
    const { app } = appWith({ report } as unknown as Inspection);
    const code = `from sklearn.metrics import log_loss\nlog_loss(a, b, eps="${evil}")`;
    const html = markdownReader.render(await textAt(code, 'log_loss(', app));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(match => match[1]!);
    assert.ok(links.length > 0);
    for (const link of links) assert.match(link, /^(?:https:\/\/|command:lossLens\.showLoss)/);
    assert.doesNotMatch(html, /<img src="x"|<img src=x/);
  });

  it('starts nothing for words that are no losses', async () => {
    const counted = appWith();
    assert.equal(
      await textAt('import torch.nn as nn\nx = nn.Linear(3)', 'Linear', counted.app),
      '',
    );
    assert.equal(await textAt(torch, 'import', counted.app), '');
    assert.equal(counted.started, 0);
  });

  it('is silent when the settings say so', async () => {
    fake.settings.set('hover', false);
    assert.equal(await textAt(torch, 'HuberLoss'), '');
  });

  it('knows the names that imports give', async () => {
    const text = await textAt('from torch.nn import MSELoss as M\nc = M()', 'M()');
    assert.match(text, /Mean squared error/);
  });
});
