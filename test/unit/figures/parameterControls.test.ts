import assert from 'node:assert/strict';
import { parameterSlider } from '../../../src/figures/parameterControls';
import { defaultParameters } from '../../../src/shared/metricId';

describe('the slider of a parameter', () => {
  const at = (huberDelta: number, reach: number) => {
    const slider = parameterSlider('huberDelta', { ...defaultParameters, huberDelta }, reach);
    if (slider.kind !== 'slider') throw new Error('It is no slider.');
    return slider;
  };

  it('reaches as far wherever it stands', () => {
    for (const reach of [0.02, 7, 350_000]) {
      const ends = [1e-6, 0.5, 1, 1.32, 90, 1e9].map(value => {
        const { min, max } = at(value, reach);
        return [min, max];
      });
      for (const end of ends) assert.deepEqual(end, ends[0]);
    }
  });

  it('reaches the usual value and the largest error', () => {
    for (const reach of [0.02, 7, 350_000]) {
      const { min, max } = at(1, reach);
      assert.ok(min <= 1 && max >= 1 && max >= reach, `${min} to ${max} for ${reach}`);
    }
  });
});
