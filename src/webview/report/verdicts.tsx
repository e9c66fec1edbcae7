import type { VNode } from 'preact';
import type { Finding, RunReport } from '../../shared/lossReport';
import type { Verdict } from '../../shared/verdict';
import { Disclosure } from '../parts/disclosure';
import { Sentence } from '../parts/lineButton';
import { Name } from '../parts/name';
import { isSaidBy } from './isSaidBy';
import { verdictNames } from './verdictNames';

const most = 5;

const tones: Readonly<Record<Verdict, 'good' | 'warning' | 'bad' | 'neutral'>> = {
  diverged: 'bad',
  'too-short': 'neutral',
  underfitting: 'warning',
  overfitting: 'warning',
  overconfidence: 'warning',
  unstable: 'warning',
  plateau: 'warning',
  improving: 'good',
  healthy: 'good',
};

interface Props {
  readonly runs: readonly RunReport[];
  readonly findings: readonly Finding[];
}

/** What happened in each run, in words. A finding that says the same becomes one with its verdict. */
export function Verdicts({ runs, findings }: Props): VNode {
  const items = runs.map(run => (
    <VerdictItem
      key={run.name}
      run={run}
      isNamed={runs.length > 1}
      finding={findings.find(finding => isSaidBy(finding, run))}
    />
  ));
  const rest = items.slice(most);
  return (
    <section aria-label="What happened">
      {items.slice(0, most)}
      {rest.length > 0 && (
        <Disclosure name="more-runs" summary={`${rest.length} more runs`}>
          {rest}
        </Disclosure>
      )}
    </section>
  );
}

interface ItemProps {
  readonly run: RunReport;
  readonly isNamed: boolean;
  readonly finding: Finding | undefined;
}

function VerdictItem({ run, isNamed, finding }: ItemProps): VNode {
  const { verdict } = run;
  return (
    <div
      class="verdict"
      data-verdict={verdict ?? undefined}
      data-tone={verdict === null ? 'neutral' : tones[verdict]}
      data-finding={finding?.id}
    >
      <h2>
        {verdict === null ? 'No verdict' : verdictNames[verdict]}
        {isNamed && ': '}
        {isNamed && <Name text={run.name} />}
      </h2>
      <p>
        <Sentence text={run.text} />
      </p>
    </div>
  );
}
