import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ModelReport } from '../../shared/lossReport';
import { titleOf } from '../../shared/lossRows';
import type { Answer, MetricInfo } from '../../shared/protocol/inspection';
import { useHeld } from '../changing';
import { type PageContext, usePage } from '../context';
import { Button } from '../parts/button';
import { Sentence } from '../parts/lineButton';
import { Name } from '../parts/name';
import { capital, unbroken } from '../parts/words';
import { directions } from './directions';
import { Formula } from './formula';
import { meaningOf, symbolsOf } from './meaning';

const maxNotes = 4;

interface Props {
  readonly metric: MetricInfo;
  readonly models: readonly ModelReport[];
}

/** What a loss means here, when to choose it, how it is worked out; last what libraries make of it. */
export function LossDetails({ metric, models }: Props): VNode {
  const focus = useHeld(usePage().focus, asIs) ?? 0;
  const model = models[focus] ?? models[0];
  const meaning = model && meaningOf(model, metric.id);
  const symbols = symbolsOf(metric.mathml);
  return (
    <div class="loss-details">
      {meaning !== undefined && (
        <p class="meaning">
          {models.length > 1 && <Name text={titleOf(model!)} />}
          {models.length > 1 && ': '}
          {unbroken(meaning)}
        </p>
      )}
      <p>{`${metric.punishes} ${metric.otherwise}`}</p>
      {metric.example !== undefined && (
        <p>
          <span class="quiet">Your first rows: </span>
          {unbroken(metric.example)}
        </p>
      )}
      <Formula mathml={metric.mathml} plain={metric.formula} />
      {symbols !== '' && <p class="quiet">{symbols}</p>}
      <ModelNotes metric={metric} models={models} />
      <Conventions metric={metric} />
      {model !== undefined && <LossCode metric={metric} model={model} />}
    </div>
  );
}

const asIs = (value: number | null): number | null => value;

/** What libraries call it and where they differ. */
function Conventions({ metric }: Pick<Props, 'metric'>): VNode {
  const called = metric.called.length > 0 ? ` Called ${metric.called.join(', ')}.` : '';
  return (
    <div class="quiet">
      <p>{`${capital(directions[metric.direction].text)}. Range ${metric.range}.`}</p>
      <p>{`Conventions: ${metric.note} Same number as ${metric.source}.${called}`}</p>
    </div>
  );
}

function ModelNotes({ metric, models }: Props): VNode {
  const noted = models.flatMap(model => {
    const note = model.notes?.[metric.id];
    return note === undefined ? [] : [{ title: titleOf(model), note }];
  });
  return (
    <>
      {noted.slice(0, maxNotes).map(({ title, note }) => (
        <p key={title} class="quiet">
          <Name text={title} />
          {': '}
          <Sentence text={note} />
        </p>
      ))}
    </>
  );
}

type CodeLines = Extract<Answer, { kind: 'code' }>['lines'];

interface LossCodeProps {
  readonly metric: MetricInfo;
  readonly model: ModelReport;
}

/** Code that computes the number, once it is asked for. */
function LossCode({ metric, model }: LossCodeProps): VNode {
  const page = usePage();
  const [lines, setLines] = useState<CodeLines>([]);
  const [problem, setProblem] = useState<string>();
  const show = async (): Promise<void> => {
    try {
      setLines(await codeOf(page, metric, model));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'There is no code for this loss.');
    }
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void show()}>
        Show as code
      </Button>
      <div class="code">
        {problem !== undefined && <p>{problem}</p>}
        {lines.map(line => (
          <CodeBlock key={line.library} {...line} />
        ))}
      </div>
    </>
  );
}

async function codeOf(
  page: PageContext,
  metric: MetricInfo,
  { name, split }: ModelReport,
): Promise<CodeLines> {
  const answer = await page.ask({ kind: 'code', metric: metric.id, model: name, split });
  return answer?.kind === 'code' ? answer.lines : [];
}

function CodeBlock({ library, code }: CodeLines[number]): VNode {
  const page = usePage();
  return (
    <div class="code-block">
      <span class="quiet">{library}</span>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <Button
        kind="quiet"
        aria-label={`Copy the ${library} code`}
        onClick={() => page.post({ type: 'copy', text: code })}
      >
        Copy
      </Button>
    </div>
  );
}
