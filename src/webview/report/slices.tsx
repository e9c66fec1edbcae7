import type { VNode } from 'preact';
import { readable } from '../../shared/text';
import { useChanges } from '../changing';
import { whole } from '../number';
import { Button } from '../parts/button';
import { Name } from '../parts/name';
import { ScrollBox } from '../parts/scrollBox';
import type { ListedSlice, SliceModel } from './sliceModel';

interface Props {
  readonly model: SliceModel;
}

const heads = ['rows', 'mean loss', 'over the rest', 'excess', 'p'];

/** The groups where the models fail, as a table; a name lists the rows. */
export function Slices({ model }: Props): VNode | null {
  useChanges(model);
  const { slices } = model;
  if (slices.length === 0) return null;
  return (
    <section class="slices" aria-labelledby="slices-title">
      <h2 id="slices-title">Where it fails</h2>
      <ScrollBox label="Where it fails">
        <table>
          <thead>
            <tr>
              <th scope="col">group</th>
              {heads.map(head => (
                <th key={head} scope="col" class="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {slices.map(listed => (
              <SliceRow
                key={`${listed.title} ${listed.slice.text}`}
                listed={listed}
                model={model}
                isOnly={new Set(slices.map(({ title }) => title)).size === 1}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {model.notes.map(note => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      <p class="quiet">
        Found on one half of the rows and confirmed on the other; the p is of the confirming half.
        Excess is what the mean would fall by if the group were as the rest.
      </p>
    </section>
  );
}

interface RowProps extends Props {
  readonly listed: ListedSlice;
  /** Whether there is but one model to speak of. */
  readonly isOnly: boolean;
}

function SliceRow({ listed, model, isOnly }: RowProps): VNode {
  const { slice, title } = listed;
  const numbers = [slice.n, slice.loss, slice.rest, slice.excess];
  return (
    <tr data-slice={slice.text} data-model={title}>
      <th scope="row">
        <Button kind="secondary" onClick={() => model.show(listed)}>
          <Name text={isOnly ? slice.text : `${title}: ${slice.text}`} />
        </Button>
      </th>
      {numbers.map((number, i) => (
        <td key={heads[i]} class="number" title={whole(number)}>
          {readable(number)}
        </td>
      ))}
      <td class="number" title={whole(slice.p)}>
        {probabilityText(slice.p)}
      </td>
    </tr>
  );
}

/** Digits of a tiny p say nothing. */
function probabilityText(p: number): string {
  return p < 0.001 ? '< 0.001' : String(Number(p.toPrecision(2)));
}
