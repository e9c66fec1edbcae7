import type { VNode } from 'preact';
import { titleOf } from '../../shared/lossRows';
import { type OutputCost, type OutputCosts, outputCosts } from '../../shared/outputCosts';
import type { Inspection } from '../../shared/protocol/inspection';
import type { RoleChoices } from '../../shared/roleChoices';
import { percent } from '../../shared/text';
import { usePage } from '../context';
import { counted, rough, whole } from '../number';
import { Button } from '../parts/button';
import { Name } from '../parts/name';
import { ScrollBox } from '../parts/scrollBox';

/** Rows of the table until all are asked for by choosing one; 100 labels stay readable. */
const maxRows = 100;

interface Props {
  readonly inspection: Inspection;
}

/** The outputs of a report, the costliest first; a click makes one of them the report, and another leads back. */
export function Outputs({ inspection }: Props): VNode | null {
  const outputs = inspection.report.roles.outputs ?? [];
  if (outputs.length < 2) return null;
  return inspection.report.roles.target === null ? (
    <OutputsTable inspection={inspection} />
  ) : (
    <WayBack inspection={inspection} />
  );
}

/** One of several outputs is the report. */
function WayBack({ inspection }: Props): VNode {
  const page = usePage();
  const { report, choices } = inspection;
  const { outputs = [], target } = report.roles;
  const own = outputs.find(one => one.target === target);
  const { target: _, task: __, ...others } = choices;
  return (
    <p class="outputs-back">
      {`One of ${outputs.length} outputs: `}
      <Name text={own?.name ?? target ?? ''} />{' '}
      <Button
        kind="secondary"
        id="all-outputs"
        onClick={() => page.post({ type: 'configure', choices: others })}
      >
        All Outputs
      </Button>
    </p>
  );
}

function OutputsTable({ inspection }: Props): VNode {
  const costs = outputCosts(inspection.report.models);
  const name = inspection.metrics.find(({ id }) => id === costs.metric)?.name;
  const left = costs.rows.length - maxRows;
  return (
    <section class="outputs" aria-labelledby="outputs-title">
      <h2 id="outputs-title">Outputs</h2>
      <ScrollBox label="Outputs">
        <table>
          <caption class="unseen">
            {`Outputs${name === undefined ? '' : ` by ${name}, the costliest first`}`}
          </caption>
          <Head costs={costs} name={name} />
          <tbody>
            {costs.rows.slice(0, maxRows).map(row => (
              <OutputRow key={row.output} row={row} costs={costs} inspection={inspection} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {left > 0 && <p class="quiet">{`${counted(left, 'cheaper output')} left out.`}</p>}
    </section>
  );
}

function Head({ costs, name }: { readonly costs: OutputCosts; readonly name: string | undefined }) {
  return (
    <thead>
      <tr>
        <th scope="col">output</th>
        {costs.models.map(model => (
          <th key={titleOf(model)} scope="col" class="number">
            <Name text={titleOf(model)} />
            {name !== undefined && <span class="second">{name}</span>}
          </th>
        ))}
        <th scope="col" class="number">
          share
        </th>
      </tr>
    </thead>
  );
}

interface RowProps extends Props {
  readonly row: OutputCost;
  readonly costs: OutputCosts;
}

function OutputRow({ row, costs, inspection }: RowProps): VNode {
  const page = usePage();
  const { output, values, share } = row;
  const target = inspection.report.roles.outputs?.find(({ name }) => name === output)?.target;
  const choices = choicesFor(inspection.choices, target);
  return (
    <tr data-output={output}>
      <th scope="row">
        <Button kind="secondary" onClick={() => page.post({ type: 'configure', choices })}>
          <Name text={output} />
        </Button>
      </th>
      {values.map((value, m) => {
        const title = titleOf(costs.models[m]!);
        if (value === undefined) return <td key={title} />;
        return (
          <td
            key={title}
            class="number"
            data-model={title}
            data-metric={costs.metric ?? undefined}
            title={whole(value)}
          >
            {rough(value)}
          </td>
        );
      })}
      <td class="number">{share === null ? '' : percent(share)}</td>
    </tr>
  );
}

/** What a person has chosen, with the output as the target; the task is the output's own. */
function choicesFor({ task: _, ...choices }: RoleChoices, target: string | undefined): RoleChoices {
  return target === undefined ? choices : { ...choices, target };
}
