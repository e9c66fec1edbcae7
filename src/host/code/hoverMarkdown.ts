import { markdownText } from '../../shared/markdownText';
import type { LossExplanation } from '../../shared/protocol/code';
import { showLossCommand } from './showLossCommand';

/** The loss in the report that is open: one line of its values; null where it has none. */
export type OwnValues = string | null;

/**
 * What is said of a loss, as Markdown. Words of the source pass through `markdownText`; addresses, the command
 * and its argument are the product's own.
 */
export function hoverMarkdown(explanation: LossExplanation, own: OwnValues): string {
  const { title, punishes, facts } = explanation;
  return [
    `**${markdownText(title)}**${written(explanation)}`,
    ...picture(explanation),
    markdownText(punishes),
    facts.map(({ label, text }) => `- **${label}** ${markdownText(text)}`).join('\n'),
    ...(own === null ? [] : [`In the open report: ${markdownText(own)}`]),
    links(explanation, own !== null),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** `PyTorch HuberLoss, delta = 2`. */
function written({ library, written, parameters }: LossExplanation): string {
  const name = [library ?? '', written].filter(part => part !== '').join(' ');
  return ` \u00b7 ${[name, ...parameters].map(markdownText).join(', ')}`;
}

function picture({ picture, pictureText }: LossExplanation): readonly string[] {
  if (picture === null) return [];
  const data = base64(picture);
  return [
    `![${markdownText(pictureText)}](data:image/svg+xml;base64,${data})`,
    ...remark(pictureText),
  ];
}

/** What has to be said of the curve besides its axes. */
function remark(pictureText: string): readonly string[] {
  const rest = pictureText.slice(pictureText.indexOf('. ') + 1).trim();
  return pictureText.includes('. ') ? [`*${markdownText(rest)}*`] : [];
}

function links({ metric, library, address }: LossExplanation, isOpen: boolean): string {
  const page =
    isOpen && metric !== null
      ? [
          `[See it on your data](command:${showLossCommand}?${encodeURIComponent(JSON.stringify([metric]))})`,
        ]
      : [];
  const documentation =
    address === null || library === null
      ? []
      : [`[Documentation of ${markdownText(library)}](${address})`];
  return [...page, ...documentation].join(' \u00b7 ');
}

/** Pictures are plain ASCII. */
function base64(text: string): string {
  return btoa(text);
}
