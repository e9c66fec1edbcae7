import type { MetricId } from '../metricId';

/** Languages in which losses are recognised. */
export type CodeLanguage = 'python' | 'r' | 'julia' | 'javascript';

/** Colours of a picture that is drawn where no theme reaches. */
export interface PictureColours {
  readonly text: string;
  readonly axis: string;
  readonly line: string;
}

/** What is asked about a source text; nothing of it is kept. */
export type CodeQuestion =
  | {
      readonly kind: 'explain';
      readonly text: string;
      readonly language: CodeLanguage;
      /** Cells of a notebook that come before, as one text. */
      readonly before: string;
      /** 0-based, in `text`. */
      readonly offset: number;
      readonly colours: PictureColours;
    }
  | {
      readonly kind: 'marks';
      readonly text: string;
      readonly language: CodeLanguage;
      readonly before: string;
    }
  | { readonly kind: 'lenses'; readonly name: string; readonly text: string };

type AnswerOf = {
  readonly explain: LossExplanation | null;
  readonly marks: readonly MisuseMark[];
  readonly lenses: readonly ArrayLens[];
};

/** What a question about a source text is answered with. */
export type CodeAnswer<Kind extends CodeQuestion['kind'] = CodeQuestion['kind']> = AnswerOf[Kind];

/** A loss where it is written. Texts may hold words of the source and are text and nothing else. */
export interface LossExplanation {
  /** Places in the text. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** Whose it is; null where the text does not say. */
  readonly library: string | null;
  /** Its name and its parameters as they are written. */
  readonly written: string;
  readonly parameters: readonly string[];
  /** An SVG image; null where no curve can be drawn. */
  readonly picture: string | null;
  readonly pictureText: string;
  readonly punishes: string;
  /** What is told one below the other: what it takes, what it divides by, its trap, when to choose another. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** The loss of the report; null where the report does not have it. */
  readonly metric: MetricId | null;
  /** The library's documentation; null where the library is not known. */
  readonly address: string | null;
}

/** A loss that is fed with what it does not take. */
export interface MisuseMark {
  readonly start: number;
  readonly end: number;
  readonly id: MisuseId;
  readonly text: string;
  readonly address: string;
}

/** Misuses that are marked. */
export const misuseIds = [
  'softmax-before-logits',
  'activation-with-from-logits',
  'no-logarithm',
  'one-hot-integers',
  'rates-for-logarithms',
  'swapped-arguments',
] as const;
export type MisuseId = (typeof misuseIds)[number];

/** The losses of arrays that are written out in a source text. */
export interface ArrayLens {
  /** 1-based line of the first array. */
  readonly line: number;
  readonly text: string;
}
