import type { VNode } from 'preact';
import type { LossReport } from '../../shared/lossReport';
import { isPooled } from '../../shared/lossRows';
import { useChanges } from '../changing';
import { FigureSection } from '../figure/figureSection';
import { SourceNamesProvider } from '../parts/sourceNames';
import { Findings } from './findings';
import { Header, RolesLine } from './header';
import { HeadlineSection } from './headline';
import { isSaidBy } from './isSaidBy';
import { LossTable } from './lossTable';
import { ModelPills } from './modelPills';
import { Notes } from './notes';
import { Outputs } from './outputs';
import type { ReportModel } from './reportModel';
import { SeriesTable } from './seriesTable';
import type { SliceModel } from './sliceModel';
import { Slices } from './slices';
import { Verdicts } from './verdicts';
import { WorstRows } from './worstRows';

/** Columns of numbers in the table of losses that stand beside charts at once, and where there is more room. */
const mostBeside = { few: 3, some: 5 };

interface Props {
  readonly model: ReportModel;
}

/** A whole report on the page. */
export function Report({ model }: Props): VNode {
  const { board, worst, message } = model;
  const { report } = message.inspection;
  const names = report.sources.map(({ name }) => name);
  const layout = ['first', layoutOf(report), board.isLinedUp && 'lined-up'];
  return (
    <SourceNamesProvider value={names}>
      <main class="report">
        <Header
          inspection={message.inspection}
          stale={message.stale}
          bytesRead={message.bytesRead}
        />
        <div>{model.losses !== undefined && <HeadlineSection model={model.losses} />}</div>
        <RolesLine inspection={message.inspection} />
        <ModelPills model={model.focus} />
        <div class={layout.filter(Boolean).join(' ')}>
          <Words model={model} />
          <div class="figures">
            {board.first.map(figure => (
              <FigureSection key={figure.info.id} model={figure} />
            ))}
          </div>
        </div>
        <div>{worst !== undefined && <WorstRows model={worst} />}</div>
        {board.others.length > 0 && (
          <section class="more" aria-labelledby="more-title">
            <h2 id="more-title">More charts</h2>
            {board.others.map(figure => (
              <FigureSection key={figure.info.id} model={figure} />
            ))}
          </section>
        )}
        <div>
          <Notes notes={report.notes} sources={names} />
        </div>
      </main>
    </SourceNamesProvider>
  );
}

/** Of the first screen, by what stands in the table of losses. */
function layoutOf(report: LossReport): 'few' | 'some' | 'many' {
  const columns = columnsOf(report);
  if (columns <= mostBeside.few) return 'few';
  return columns <= mostBeside.some ? 'some' : 'many';
}

function columnsOf(report: LossReport): number {
  const models = report.models.filter(isPooled);
  const withBaseline = models.some(({ baseline }) => baseline !== undefined);
  return models.length + Number(withBaseline);
}

interface WithSlicesProps {
  readonly findings: LossReport['findings'];
  readonly slices: SliceModel;
}

/** The findings of the report and those that a search has added to it. */
function FindingsWithSlices({ findings, slices }: WithSlicesProps): VNode {
  useChanges(slices);
  return <Findings findings={[...findings, ...slices.findings]} />;
}

/** What stands beside the first charts: verdicts, findings and the tables of numbers. */
function Words({ model }: Props): VNode {
  const { findings, runs } = model.inspection.report;
  const said = findings.filter(finding => !runs.some(run => isSaidBy(finding, run)));
  return (
    <div class="words">
      {runs.length > 0 && <Verdicts runs={runs} findings={findings} />}
      {model.slices === undefined ? (
        <Findings findings={said} />
      ) : (
        <FindingsWithSlices findings={said} slices={model.slices} />
      )}
      <Outputs inspection={model.inspection} />
      {model.losses !== undefined && <LossTable model={model.losses} />}
      {model.slices !== undefined && <Slices model={model.slices} />}
      {runs.length > 0 && <SeriesTable runs={runs} />}
    </div>
  );
}
