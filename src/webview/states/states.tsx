import type { VNode } from 'preact';
import type { StartAction, ToPage } from '../../shared/protocol/messages';
import { usePage } from '../context';
import { fileSize } from '../number';
import { Button } from '../parts/button';
import { LineButton } from '../parts/lineButton';
import { Name } from '../parts/name';
import { ProgressBox } from './progressBox';

interface Way {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly action: StartAction;
}

const ways: readonly Way[] = [
  {
    title: 'Select arrays',
    text: 'Select predictions and true values in the editor, or a list of errors, and run Inspect Loss of Selection.',
    label: 'Inspect Loss of Selection',
    action: 'selection',
  },
  {
    title: 'Right-click a data file',
    text: 'CSV, TSV, JSON, NumPy or Parquet in the explorer: choose Inspect Loss.',
    label: 'Choose a File',
    action: 'file',
  },
  {
    title: 'Open a sample',
    text: 'Small files that show what a report says.',
    label: 'Open a Sample',
    action: 'sample',
  },
];

/** Nothing is inspected yet: teaches the three ways to start. */
export function EmptyState(): VNode {
  const page = usePage();
  return (
    <main class="state">
      <h1>See how wrong the predictions are</h1>
      <p>Three ways to start:</p>
      <ol class="ways">
        {ways.map(({ title, text, label, action }, i) => (
          <li key={action}>
            <h2>{title}</h2>
            <p class="quiet">{text}</p>
            <Button
              kind={i === 0 ? 'primary' : 'secondary'}
              onClick={() => page.post({ type: 'start', action })}
            >
              {label}
            </Button>
          </li>
        ))}
      </ol>
      <p class="quiet">Your files stay where they are and are never changed.</p>
    </main>
  );
}

interface WaitingProps {
  readonly name: string;
  readonly bytes: number;
}

/** A file too large to be read without being asked. */
export function WaitingState({ name, bytes }: WaitingProps): VNode {
  const page = usePage();
  return (
    <main class="state">
      <h1>
        <Name text={name} />
      </h1>
      <p>{`This file has ${fileSize(bytes)}. It is read when you ask for it.`}</p>
      <Button kind="primary" onClick={() => page.post({ type: 'start', action: 'load' })}>
        Read the File
      </Button>
    </main>
  );
}

/** A file is being read and nothing is known of it yet. */
export function LoadingState({ name }: { readonly name: string }): VNode {
  return (
    <main class="state">
      <h1>
        <Name text={name} />
      </h1>
      <ProgressBox />
    </main>
  );
}

export type Problem = Extract<ToPage, { type: 'problem' }>;

/** What went wrong, and what can be done next. */
export function ProblemState({ problem }: { readonly problem: Problem }): VNode {
  return (
    <main class="state">
      <h1>Nothing to show yet</h1>
      <ProblemBox problem={problem} />
    </main>
  );
}

interface ProblemBoxProps {
  readonly problem: Problem;
  /** Takes the box away. */
  readonly onDismiss?: () => void;
}

/** The sentence with its buttons. */
export function ProblemBox({ problem, onDismiss }: ProblemBoxProps): VNode {
  const page = usePage();
  const { text, line, source, actions = [] } = problem;
  return (
    <div class="problem" role="alert">
      <p>{text}</p>
      <div class="buttons">
        {line !== undefined && <LineButton line={line} source={source} label={`line ${line}`} />}
        {actions.map(({ label, action }, i) => (
          <Button
            key={label}
            kind={i === 0 ? 'primary' : 'secondary'}
            onClick={() => page.post({ type: 'start', action })}
          >
            {label}
          </Button>
        ))}
        {onDismiss !== undefined && (
          <Button kind="secondary" onClick={onDismiss}>
            Dismiss
          </Button>
        )}
      </div>
    </div>
  );
}
