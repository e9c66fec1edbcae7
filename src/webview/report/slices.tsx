import type { VNode } from 'preact';
import { probabilityText, sliceHeads, sliceNote } from '../../shared/sliceRows';
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

const [groupHead, ...heads] = sliceHeads;

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
              <th scope="col">{groupHead}</th>
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
      <p class="quiet">{sliceNote}</p>
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
