import type { NaiveForecast } from './forecastRows';

/** The forecast of some rows alone. `pick` takes numbers, `pickWhole` codes. */
export function pickedForecast(
  forecast: NaiveForecast,
  pick: (values: Float64Array) => Float64Array,
  pickWhole: (values: Int32Array) => Int32Array,
): NaiveForecast {
  const { season, series, horizon, naive, scale, squaredScale } = forecast;
  return {
    season,
    series: pickWhole(series),
    horizon: pick(horizon),
    naive: pick(naive),
    scale: pick(scale),
    squaredScale: pick(squaredScale),
  };
}
