/** Factors a to f of the transformation x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly clip: string | undefined;
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly lineWidth: number;
  readonly lineJoin: string;
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly textBaseline: CanvasTextBaseline;
  readonly dash: readonly number[];
}

const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
/** Share of the font size by which a baseline is moved. */
const shifts: Readonly<Record<string, number>> = {
  top: 0.8,
  hanging: 0.8,
  middle: 0.32,
  bottom: -0.2,
};

/**
 * A stand-in for a canvas's context that writes SVG: just what Chart.js and the page's own painters call.
 * Text is measured by a real context.
 */
export class SvgContext {
  readonly canvas: HTMLCanvasElement;
  fillStyle: unknown = '#000';
  strokeStyle: unknown = '#000';
  lineWidth = 1;
  lineJoin = 'miter';
  lineCap = 'butt';
  lineDashOffset = 0;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  imageSmoothingEnabled = true;
  globalAlpha = 1;
  readonly #measure: CanvasRenderingContext2D;
  readonly #parts: string[] = [];
  readonly #states: State[] = [];
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  #clip: string | undefined;
  #clips = 0;
  #path = '';
  #dash: readonly number[] = [];
  readonly #prefix: string;

  /** `prefix` keeps the ids of several drawings in one document apart. */
  constructor(measure: CanvasRenderingContext2D, prefix: string) {
    this.#measure = measure;
    this.canvas = measure.canvas;
    this.#prefix = prefix;
  }

  /** The elements drawn so far. */
  get markup(): string {
    return this.#parts.join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, font, textAlign, textBaseline } = this;
    const drawing = { fillStyle, strokeStyle, lineWidth, lineJoin, font, textAlign, textBaseline };
    this.#states.push({ ...drawing, matrix: this.#matrix, clip: this.#clip, dash: this.#dash });
  }

  restore(): void {
    const state = this.#states.pop();
    if (state === undefined) return;
    const { matrix, clip, dash, ...drawing } = state;
    Object.assign(this, drawing);
    this.#matrix = matrix;
    this.#clip = clip;
    this.#dash = dash;
  }

  setTransform(): void {
    this.#matrix = [1, 0, 0, 1, 0, 0];
  }

  resetTransform(): void {
    this.setTransform();
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.#matrix;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = [
      a * cos + c * sin,
      b * cos + d * sin,
      c * cos - a * sin,
      d * cos - b * sin,
      e,
      f,
    ];
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.#dash];
  }

  beginPath(): void {
    this.#path = '';
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${this.#at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === '' ? 'M' : 'L'}${this.#at(x, y)}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#path += `C${this.#at(x1, y1)} ${this.#at(x2, y2)} ${this.#at(x, y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** Drawn as two halves, because SVG has no arc that ends where it starts. */
  arc(x: number, y: number, radius: number, start: number, end: number): void {
    const point = (angle: number): string =>
      this.#at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const half = (start + end) / 2;
    const r = rounded(radius);
    this.#path += `${this.#path === '' ? 'M' : 'L'}${point(start)}A${r} ${r} 0 0 1 ${point(half)}A${r} ${r} 0 0 1 ${point(end)}`;
  }

  closePath(): void {
    this.#path += 'Z';
  }

  clip(): void {
    this.#clips += 1;
    const id = `${this.#prefix}-${this.#clips}`;
    const inner = this.#clip === undefined ? '' : ` clip-path="url(#${this.#clip})"`;
    this.#parts.push(`<clipPath id="${id}"><path d="${this.#path}"${inner}/></clipPath>`);
    this.#clip = id;
  }

  fill(): void {
    this.#draw(`<path d="${this.#path}" fill="${escaped(this.fillStyle)}"`);
  }

  stroke(): void {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`;
    this.#draw(
      `<path d="${this.#path}" fill="none" stroke="${escaped(this.strokeStyle)}" stroke-width="${this.lineWidth}" stroke-linejoin="${this.lineJoin}"${dash}`,
    );
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  /** Chart.js clears before it draws: what was drawn before is gone. */
  clearRect(): void {
    this.#parts.length = 0;
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="${escaped(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    const stroke = `fill="none" stroke="${escaped(this.strokeStyle)}" stroke-width="${this.lineWidth}"`;
    this.#text(text, x, y, stroke);
  }

  measureText(text: string): TextMetrics {
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void {
    const place = `x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"`;
    const href = image.toDataURL('image/png');
    this.#draw(
      `<image ${place} preserveAspectRatio="none" style="image-rendering:pixelated" href="${href}"`,
    );
  }

  #text(text: string, x: number, y: number, paint: string): void {
    const size = Number(/(?<![\d.])([\d.]+)px/.exec(this.font)?.[1] ?? 12);
    const weight = /\b(bold|[5-9]00)\b/.exec(this.font)?.[1] ?? 'normal';
    const family = this.font.replace(/^.*?px\S*\s*/, '');
    const shift = (shifts[this.textBaseline] ?? 0) * size;
    const matrix = this.#matrix.map(rounded).join(' ');
    this.#parts.push(
      `<text transform="matrix(${matrix})" x="${rounded(x)}" y="${rounded(y + shift)}" ${paint} font-size="${size}" font-weight="${weight}" font-family="${escaped(family)}" text-anchor="${anchors[this.textAlign] ?? 'start'}">${escaped(text)}</text>`,
    );
  }

  #draw(start: string): void {
    const clip = this.#clip === undefined ? '' : ` clip-path="url(#${this.#clip})"`;
    this.#parts.push(`${start}${clip}/>`);
  }

  /** A point as the transformation moves it. */
  #at(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.#matrix;
    return `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  }
}

function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}

/** Text as it may stand in markup and in attributes. */
export function escaped(text: unknown): string {
  return String(text)
    .replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}
