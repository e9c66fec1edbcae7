import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ModelReport } from '../../shared/lossReport';
import { titleOf } from '../../shared/lossRows';
import type { Answer, MetricInfo } from '../../shared/protocol/inspection';
import { type PageContext, usePage } from '../context';
import { Button } from '../parts/button';
import { Sentence } from '../parts/lineButton';
import { Name } from '../parts/name';
import { capital } from '../parts/words';
import { directions } from './directions';
import { Formula } from './formula';

const maxNotes = 4;

interface Props {
  readonly metric: MetricInfo;
  readonly models: readonly ModelReport[];
}

/** What a loss is: its formula, its convention, who prints the same number, and code that computes it. */
export function LossDetails({ metric, models }: Props): VNode {
  const [model] = models;
  return (
    <div class="loss-details">
      <Formula mathml={metric.mathml} plain={metric.formula} />
      <p>{metric.punishes}</p>
      <p>{metric.note}</p>
      <ModelNotes metric={metric} models={models} />
      <p class="quiet">
        {`${capital(directions[metric.direction].text)}. Range ${metric.range}. `}
        {`Same number as ${metric.source}.`}
      </p>
      {metric.called.length > 0 && <p class="quiet">{`Called ${metric.called.join(', ')}.`}</p>}
      {model !== undefined && <LossCode metric={metric} model={model} />}
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
