import type { VNode } from 'preact';
import { titleOf } from '../../shared/lossRows';
import { useChanges, useHeld } from '../changing';
import { usePage } from '../context';
import { type Palette, toneColour } from '../figure/palette';
import { LabelledSelect } from '../parts/labelledSelect';
import { Name } from '../parts/name';
import type { FocusModel } from './focusModel';

/** More models are chosen from a list. */
const mostPills = 8;

const allOf = (palette: Palette): Palette => palette;

/** The models as pills that stay at the top: everything below follows the pressed one. */
export function ModelPills({ model }: { readonly model: FocusModel }): VNode | null {
  useChanges(model);
  const palette = useHeld(usePage().palette, allOf);
  const { models, index } = model;
  if (models.length < 2) return null;
  if (models.length > mostPills)
    return (
      <div class="pills">
        <LabelledSelect
          id="model-focus"
          label="Model"
          options={models.map((one, i) => ({ value: String(i), label: titleOf(one) }))}
          value={String(index)}
          onChoose={value => model.choose(Number(value))}
        />
      </div>
    );
  return (
    <div class="pills" role="group" aria-label="Model that the charts and rows below are about">
      {models.map((one, i) => (
        <button
          key={titleOf(one)}
          type="button"
          class="pill"
          aria-pressed={i === index}
          style={{ '--model': toneColour({ series: i }, palette) }}
          onClick={() => model.choose(i)}
        >
          <span class="swatch" aria-hidden="true" />
          <Name text={titleOf(one)} />
        </button>
      ))}
    </div>
  );
}
