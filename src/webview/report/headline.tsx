import type { VNode } from 'preact';
import type { Headline, Tile } from '../../shared/headline';
import { titleOf } from '../../shared/lossRows';
import { readable } from '../../shared/text';
import { useChanges, useHeld } from '../changing';
import { usePage } from '../context';
import { type Palette, toneColour } from '../figure/palette';
import { whole } from '../number';
import { LineButtons } from '../parts/lineButton';
import { Name } from '../parts/name';
import { capital, unbroken } from '../parts/words';
import type { LossModel } from './lossModel';

interface Props {
  readonly model: LossModel;
}

/** The answer before anything else: two sentences and a tile for each model. */
export function HeadlineSection({ model }: Props): VNode | null {
  useChanges(model);
  const { headline } = model;
  if (headline === undefined) {
    return model.isComparing ? (
      <section class="headline" aria-label="In short" aria-busy="true">
        <p class="answer quiet">Comparing the models</p>
      </section>
    ) : null;
  }
  return (
    <section class="headline" aria-label="In short">
      <Sentences headline={headline} />
      {headline.tiles.length > 0 && <Tiles model={model} tiles={headline.tiles} />}
    </section>
  );
}

function Sentences({ headline }: { readonly headline: Headline }): VNode {
  const { text, detail, lines = [], sources } = headline;
  return (
    <>
      <p class="answer">{unbroken(text)}</p>
      {detail !== '' && (
        <p class="quiet">
          {unbroken(detail)}
          <LineButtons lines={lines} sources={sources} />
        </p>
      )}
    </>
  );
}

const most = 6;

interface TilesProps extends Props {
  readonly tiles: readonly Tile[];
}

function Tiles({ model, tiles }: TilesProps): VNode {
  const left = tiles.length - most;
  const end = endOf(tiles);
  return (
    <>
      <ul class="tiles">
        {tiles.slice(0, most).map(tile => (
          <TileItem key={titleOfTile(tile)} tile={tile} series={model.seriesOf(tile)} end={end} />
        ))}
      </ul>
      {left > 0 && <p class="quiet">{`${left} more models in the table below.`}</p>}
    </>
  );
}

/** The right end of all bars: shares end at 1, losses with the largest number that is drawn. */
function endOf(tiles: readonly Tile[]): number {
  const numbers = tiles.flatMap(({ value, interval, baseline }) => [
    value,
    interval?.[1] ?? 0,
    baseline ?? 0,
  ]);
  const largest = Math.max(...numbers.filter(Number.isFinite), 0);
  return tiles[0]?.metric === 'accuracy' ? 1 : largest;
}

const titleOfTile = ({ model, split }: Tile): string => titleOf({ name: model, split });

interface TileProps {
  readonly tile: Tile;
  readonly series: number;
  readonly end: number;
}

const allOf = (palette: Palette): Palette => palette;

function TileItem({ tile, series, end }: TileProps): VNode {
  const palette = useHeld(usePage().palette, allOf);
  const colour = toneColour({ series }, palette);
  const exact = whole(tile.value);
  return (
    <li class="tile" style={{ '--model': colour }}>
      <span class="tile-name">
        <span class="swatch" aria-hidden="true" />
        <Name text={titleOfTile(tile)} />
      </span>
      <span class="tile-value">
        <span title={exact} data-whole={exact}>
          {tile.metric === 'accuracy' ? `${readable(tile.value * 100)} %` : readable(tile.value)}
        </span>
        <span class="quiet">{` ${tile.name}`}</span>
      </span>
      <Bar tile={tile} end={end} />
      <span class="second">{capital(unbroken(tile.against))}</span>
    </li>
  );
}

/** The value as a bar with its 95 % interval as a whisker, and the best constant as a tick. */
function Bar({ tile, end }: Omit<TileProps, 'series'>): VNode | null {
  const { value, interval, baseline } = tile;
  if (!(end > 0) || !Number.isFinite(value) || (interval === null && baseline === null))
    return null;
  const at = (number: number): string =>
    `${Math.min(100, Math.max(0, (100 * number) / end)).toFixed(2)}%`;
  return (
    <svg class="tile-bar" width="100%" height="16" role="img" aria-label={barText(tile)}>
      <title>{barText(tile)}</title>
      <rect class="rail" x="0" y="7" width="100%" height="2" />
      <rect class="fill" x="0" y="5" width={at(value)} height="6" />
      {interval !== null && (
        <>
          <line class="whisker" x1={at(interval[0])} x2={at(interval[1])} y1="8" y2="8" />
          <line class="whisker" x1={at(interval[0])} x2={at(interval[0])} y1="3" y2="13" />
          <line class="whisker" x1={at(interval[1])} x2={at(interval[1])} y1="3" y2="13" />
        </>
      )}
      {baseline !== null && (
        <line class="tick" x1={at(baseline)} x2={at(baseline)} y1="0" y2="16" />
      )}
    </svg>
  );
}

function barText({ interval, baseline, value, name }: Tile): string {
  const parts = [
    `${capital(name)} ${readable(value)}`,
    interval === null
      ? ''
      : `95 % interval ${readable(interval[0], 3)} to ${readable(interval[1], 3)}`,
    baseline === null ? '' : `best constant ${readable(baseline)}`,
  ];
  return parts.filter(part => part !== '').join(', ');
}
