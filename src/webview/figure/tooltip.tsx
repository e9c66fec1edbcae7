import type { VNode } from 'preact';
import { shortened } from '../../shared/plainText';
import type { HitText } from './hit';

/** What is told beside a point. */
export interface Tip {
  readonly text: HitText;
  readonly at: { readonly x: number; readonly y: number };
  /** Of the plot, in pixels. */
  readonly width: number;
}

/** The small box beside a point. Screen readers hear the same text from the live region instead. */
export function Tooltip({ tip }: { readonly tip: Tip | undefined }): VNode {
  return (
    <div class="tooltip" hidden={tip === undefined} aria-hidden="true" style={placeOf(tip)}>
      {tip !== undefined && <TipText text={tip.text} />}
    </div>
  );
}

function TipText({ text: { title, facts, hint } }: { readonly text: HitText }): VNode {
  return (
    <>
      <strong>
        <bdi>{shortened(title, 80)}</bdi>
      </strong>
      {facts.map(([name, value]) => (
        <div key={name}>
          <span class="quiet">{shortened(name, 60)}</span>
          <span>{shortened(value, 60)}</span>
        </div>
      ))}
      {hint !== undefined && <div class="quiet">{hint}</div>}
    </>
  );
}

/** On the side of the point with more room. */
function placeOf(tip: Tip | undefined): Readonly<Record<string, string>> {
  if (tip === undefined) return {};
  const { at, width } = tip;
  const onLeft = at.x > width / 2;
  return {
    left: onLeft ? 'auto' : `${at.x + 14}px`,
    right: onLeft ? `${width - at.x + 14}px` : 'auto',
    top: `${Math.max(0, at.y - 16)}px`,
  };
}
