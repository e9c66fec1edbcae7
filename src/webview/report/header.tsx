import type { ComponentChildren, VNode } from 'preact';
import type { LossReport, Source } from '../../shared/lossReport';
import { isPooled } from '../../shared/lossRows';
import { shortened } from '../../shared/plainText';
import type { Inspection } from '../../shared/protocol/inspection';
import type { Staleness } from '../../shared/protocol/messages';
import type { Doubt } from '../../shared/roleChoices';
import type { ReportScope } from '../../shared/sliceReport';
import { usePage } from '../context';
import { counted, fileSize } from '../number';
import { Button } from '../parts/button';
import { Disclosure } from '../parts/disclosure';
import { Name } from '../parts/name';
import { rowsOf } from '../rowsOf';
import { ProgressBox } from '../states/progressBox';
import { RoleChips } from './roleChips';
import { RolesBack } from './rolesBack';
import { RolesForm } from './rolesForm';
import { SkippedRows } from './skippedRows';
import { taskNames } from './taskNames';

export interface HeaderProps {
  readonly inspection: Inspection;
  readonly stale: Staleness | undefined;
  /** What was read to follow the files since the last report. */
  readonly bytesRead: number | undefined;
}

/** What was read: sources, rows, what was left out, what each column is for. */
export function Header({ inspection, stale, bytesRead }: HeaderProps): VNode {
  const { report, doubt } = inspection;
  return (
    <header>
      <div>
        <h1>
          <SourceNames sources={report.sources} />
        </h1>
        <p class="facts" data-bytes-read={bytesRead}>
          {sourceFacts(report)}
        </p>
        {report.scope !== undefined && <ScopeBox scope={report.scope} inspection={inspection} />}
        {stale !== undefined && <StaleBox stale={stale} />}
        {report.partial !== undefined && <PartialBox {...report.partial} />}
        {doubt !== null && <DoubtBox doubt={doubt} />}
      </div>
    </header>
  );
}

/** What each column is for, in one quiet line that opens to the reasons and the form; and what was left out. */
export function RolesLine({ inspection }: Pick<HeaderProps, 'inspection'>): VNode {
  const { report, columns } = inspection;
  return (
    <div class="disclosures">
      <div>
        <SkippedRows skipped={report.skipped} models={report.models.filter(isPooled).length} />
      </div>
      <div>
        {columns.length === 0 ? (
          <p class="quiet">{withShortNames(inspection.reason)}</p>
        ) : (
          <Disclosure name="roles" summary={<RoleChips inspection={inspection} />}>
            <p class="reason">{withShortNames(inspection.reason)}</p>
            <RolesForm inspection={inspection} />
          </Disclosure>
        )}
      </div>
      <RolesBack inspection={inspection} />
    </div>
  );
}

interface ScopeProps {
  readonly scope: ReportScope;
  readonly inspection: Inspection;
}

/** Says that the report is about a group alone, with the way back. */
function ScopeBox({ scope, inspection }: ScopeProps): VNode {
  const page = usePage();
  const { scope: _, ...choices } = inspection.choices;
  return (
    <div class="notice" data-scope={scope.text}>
      <p>
        {`Only the ${counted(scope.rows, 'row')} where `}
        <Name text={scope.text} />
        {'. All numbers and charts are over these.'}
      </p>
      <div class="buttons">
        <Button
          kind="secondary"
          id="scope-all"
          onClick={() => page.post({ type: 'configure', choices })}
        >
          All Rows
        </Button>
      </div>
    </div>
  );
}

/** A sentence whose quoted column names may be as long as a line of a file. */
function withShortNames(text: string): string {
  return text.replace(/"([^"]*)"/g, (_, name: string) => `"${shortened(name, 60)}"`);
}

const maxSources = 4;

function SourceNames({ sources }: { readonly sources: readonly Source[] }): VNode {
  const left = sources.length - maxSources;
  const names = sources
    .slice(0, maxSources)
    .flatMap((source, i) => [i > 0 && ', ', <Name key={source.name} text={source.name} />]);
  return (
    <>
      {names}
      {left > 0 && <span class="quiet">{` and ${left} more`}</span>}
    </>
  );
}

function sourceFacts(report: LossReport): string {
  const { sources } = report;
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const facts = [
    counted(rowsOf(report), 'row'),
    [...new Set(sources.map(source => source.format))].join(', '),
    ...(bytes > 0 ? [fileSize(bytes)] : []),
    taskNames[report.task],
  ];
  return facts.filter(fact => fact !== '').join(' \u00b7 ');
}

interface AgainProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** Reads the source again, from its start to its end. */
function AgainButton({ id, children }: AgainProps): VNode {
  const page = usePage();
  return (
    <Button kind="secondary" id={id} onClick={() => page.post({ type: 'start', action: 'retry' })}>
      {children}
    </Button>
  );
}

interface StaleText {
  readonly text: string;
  /** What can be done about it. */
  readonly action?: string;
}

const staleTexts: Readonly<Record<Staleness, StaleText>> = {
  changed: { text: 'The file has changed since it was read.', action: 'Read Again' },
  edited: { text: 'The text has been edited since it was read.', action: 'Inspect Anew' },
  gone: { text: 'The file is no longer there. This is what was read of it.' },
};

function StaleBox({ stale }: { readonly stale: Staleness }): VNode {
  const { text, action } = staleTexts[stale];
  return (
    <div class="notice warning" role="status" data-stale={stale}>
      <p>{text}</p>
      {action !== undefined && <AgainButton id="read-again">{action}</AgainButton>}
    </div>
  );
}

function PartialBox({ rows, cancelled }: NonNullable<LossReport['partial']>): VNode {
  const seen = counted(rows, 'row');
  if (cancelled) {
    return (
      <div class="notice warning" role="status">
        <p>{`Reading was stopped. Everything below is about the first ${seen}.`}</p>
        <AgainButton id="read-all">Read All</AgainButton>
      </div>
    );
  }
  return (
    <div class="notice" id="partial">
      <p>{`Still reading. Everything below is about the first ${seen}.`}</p>
      <ProgressBox />
    </div>
  );
}

/** A question the columns cannot answer; the reading that was taken is the pressed one. */
function DoubtBox({ doubt }: { readonly doubt: Doubt }): VNode {
  const page = usePage();
  return (
    <div class="notice doubt" role="group" aria-label={doubt.question}>
      <p>{doubt.question}</p>
      <div class="buttons">
        {doubt.options.map(({ label, choices }, i) => (
          <Button
            key={label}
            kind="secondary"
            id={`doubt-${i}`}
            aria-pressed={i === 0}
            onClick={() => page.post({ type: 'configure', choices })}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
