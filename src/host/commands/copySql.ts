import { env, window, workspace } from 'vscode';
import type { LossReport } from '../../shared/lossReport';
import { type DialectId, dialectIds, dialects } from '../../sums/dialect';
import type { SumsRequest } from '../../sums/request';
import { statements } from '../../sums/statement/statements';
import type { SumsTask } from '../../sums/sumsTask';
import { type App, currentSession } from '../app';
import { ui } from '../ui';

const title = 'SQL for a Table Too Large to Read';
const worst = 50;

interface TaskItem {
  readonly label: string;
  readonly detail: string;
  readonly task: SumsTask;
  /** What is asked for besides the target. */
  readonly columns: string;
  readonly requestOf: (columns: readonly string[]) => Partial<SumsRequest>;
}

const tasks: readonly TaskItem[] = [
  {
    label: 'Predicted Numbers',
    detail: 'A column of true values and one or more of predictions',
    task: 'regression',
    columns: 'Columns of predictions, with commas between them',
    requestOf: predictions => ({ predictions }),
  },
  {
    label: 'Probability of One Class',
    detail: 'A column of labels and one or more with the probability of the positive one',
    task: 'binary',
    columns: 'Columns of probabilities, with commas between them',
    requestOf: probabilities => ({ probabilities }),
  },
  {
    label: 'Probabilities of Several Classes',
    detail: 'A column of labels and one column of probabilities for each class',
    task: 'multiclass',
    columns: 'The class columns of the model, with commas between them',
    requestOf: columns => ({ classProbabilities: { model: columns } }),
  },
  {
    label: 'Errors',
    detail: 'One or more columns of errors and nothing else',
    task: 'errors',
    columns: 'Columns of errors, with commas between them',
    requestOf: predictions => ({ predictions }),
  },
];

/** Asks what is to be summed up, copies the statements and opens them as a document of their own. */
export async function copySql(app: App): Promise<void> {
  const request = await askForRequest(currentSession(app)?.inspection?.report);
  if (request === undefined) return;
  const text = written(request);
  if (text === undefined) return;
  await env.clipboard.writeText(text);
  const document = await workspace.openTextDocument({ language: 'sql', content: text });
  await window.showTextDocument(document);
  void ui.info(
    'The SQL is in the clipboard. Run it where the table lies, save the result with its header, and open it with Inspect Loss.',
  );
}

/** Undefined, and one sentence to the person, for names that cannot be written. */
function written(request: SumsRequest): string | undefined {
  try {
    return statements(request);
  } catch (error) {
    void ui.warn((error as Error).message);
    return undefined;
  }
}

/** The answers of the person, what the last report says being offered; undefined as soon as one is missing. */
async function askForRequest(report?: LossReport): Promise<SumsRequest | undefined> {
  const dialect = await askForDialect();
  if (dialect === undefined) return undefined;
  const table = await ask('The table: schema.table, or in DuckDB a path of files', '');
  if (table === undefined) return undefined;
  const chosen = await ui.pick(tasks, { title, placeHolder: 'What its columns hold' });
  if (chosen === undefined) return undefined;
  const { task } = chosen;
  const known = report?.task === task ? report.roles : undefined;
  const target =
    task === 'errors' ? '' : await ask('The column of true values', known?.target ?? '');
  if (target === undefined) return undefined;
  const names = known === undefined ? [] : columnsOf(known);
  const columns = await ask(chosen.columns, names.join(', '));
  if (columns === undefined) return undefined;
  const by = await ask('Columns to group by, with commas between them; empty for none', '', true);
  if (by === undefined) return undefined;
  return {
    ...{ dialect, table, task, worst, by: listOf(by) },
    ...{ predictions: [], probabilities: [], classProbabilities: {} },
    ...(target === '' ? {} : { target }),
    ...chosen.requestOf(listOf(columns)),
  };
}

async function askForDialect(): Promise<DialectId | undefined> {
  const items = dialectIds.map(id => ({ label: dialects[id].name, id }));
  const picked = await ui.pick(items, { title, placeHolder: 'Which engine the table lies in' });
  return picked?.id;
}

async function ask(prompt: string, value: string, mayBeEmpty = false): Promise<string | undefined> {
  const text = await ui.input({
    ...{ title, prompt, value, ignoreFocusOut: true },
    validateInput: input =>
      mayBeEmpty || input.trim() !== '' ? undefined : 'A name is needed here.',
  });
  return text?.trim();
}

function columnsOf({ predictions, probabilities }: LossReport['roles']): readonly string[] {
  return predictions.length > 0 ? predictions : Object.values(probabilities).flat();
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}
