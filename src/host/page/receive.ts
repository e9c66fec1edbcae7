import { commands, env } from 'vscode';
import { isToHost } from '../../shared/protocol/guard';
import type { StartAction, ToHost } from '../../shared/protocol/messages';
import { refusal } from '../../shared/protocol/refusal';
import { joinTruth } from '../commands/joinTruth';
import { pool } from '../commands/pool';
import { failureOf } from '../failure';
import { goToLine } from '../source/goToLine';
import { markLine } from '../source/markLine';
import { uriOfSource } from '../source/uriOfSource';
import { saveExport } from '../take/saveExport';
import { ui } from '../ui';
import type { PageHandle } from './pageHandle';
import { problemMessage } from './problemMessage';

type Message<Type extends ToHost['type']> = Extract<ToHost, { type: Type }>;
type Handlers = {
  readonly [Type in ToHost['type']]: (message: Message<Type>, session: PageHandle) => unknown;
};

const starts: Readonly<Record<StartAction, (session: PageHandle) => unknown>> = {
  selection: () => commands.executeCommand('lossLens.inspectSelection'),
  file: () => commands.executeCommand('lossLens.inspectFile'),
  sample: () => commands.executeCommand('lossLens.openSample'),
  retry: session => session.again(),
  load: session => session.again(),
  truth: joinTruth,
  pool,
};

const handlers: Handlers = {
  ready: (_, session) => session.ready(),
  configure: (message, session) => session.configure(message),
  query: answerQuery,
  reveal,
  mark: ({ line, source }, session) => markLine(uriOfSource(session, source), line),
  export: message => saveExport(message.kind, message.name, message.data),
  copy: ({ text }) => copy(text),
  cancel: (_, session) => session.cancel(),
  start: ({ action }, session) => starts[action](session),
};

/** Does what the page asks for. That a message is refused or something failed is told on the page. */
export async function receive(message: unknown, session: PageHandle): Promise<void> {
  if (!isToHost(message)) {
    for (const answer of refusal(message)) session.post(answer);
    return;
  }
  const handle = handlers[message.type] as (message: ToHost, session: PageHandle) => unknown;
  try {
    await handle(message, session);
  } catch (error) {
    session.post(problemMessage(failureOf(error)));
  }
}

async function reveal(
  { line, source = 0, row, model }: Message<'reveal'>,
  session: PageHandle,
): Promise<void> {
  const question = { kind: 'row', ...(model === undefined ? {} : { model }) } as const;
  const answer =
    row === undefined ? undefined : await session.ask({ ...question, row }).catch(() => undefined);
  const cell = answer?.kind === 'row' ? answer.cell : undefined;
  await goToLine(uriOfSource(session, source), line, { covered: session.place.column, cell });
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  ui.status('Copied to the clipboard.', 3000);
}

/** Every query is answered, if only by a problem. */
async function answerQuery({ id, question }: Message<'query'>, session: PageHandle): Promise<void> {
  try {
    session.post({ type: 'answer', id, answer: await session.ask(question) });
  } catch (error) {
    session.post({ ...problemMessage(failureOf(error)), id });
  }
}
