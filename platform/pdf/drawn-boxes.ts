/** Where something stands on a page: text, lines, filled areas, pictures, fields. As far as the file tells, for nothing is painted to find out. */
import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, type PDFPage, PdfStream } from '@libpdf/core';
import { readOperators } from './content-operators';
import { type Box, inherited, type PageView, toBox } from './pdf-file';

export interface Drawn {
  /** On the seen page. */
  readonly boxes: readonly Box[];
  /** False for a scanned page, and for one whose drawing cannot be read: what looks empty there may not be. */
  readonly isSeen: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

/** What fills so much of the page is its ground, not something on it. */
const GROUND = 0.6;
/** A picture of so much of the page is the page itself, scanned. */
const SCAN = 0.4;
const MAX_OPERATORS = 300_000;
const MAX_BOXES = 6_000;
const MAX_DEPTH = 6;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What is drawn on a page. A page that cannot be read costs the nicer place only: nothing is thrown. */
export function readDrawn(pdf: PDF, page: PDFPage, view: PageView): Drawn {
  try {
    const walk = new Walk(pdf, view);
    walk.boxes.push(...textBoxes(page));
    walk.annotations(page.dict);
    walk.stream(contentOf(pdf, page.dict), { resources: dictOf(inherited(pdf, page, 'Resources')), matrix: IDENTITY, depth: 0, frame: null });
    return { boxes: walk.boxes.map((box) => view.toView(box)), isSeen: walk.isSeen };
  } catch {
    return { boxes: [], isSeen: false };
  }
}

const dictOf = (value: PdfObject | null | undefined): PdfDict | null => (value instanceof PdfDict ? value : null);

function textBoxes(page: PDFPage): Box[] {
  return page
    .extractText()
    .lines.flatMap((line) => line.spans)
    .filter((span) => span.text.trim() !== '')
    .map(({ bbox }) => ({ x: bbox.x, y: bbox.y, w: bbox.width, h: bbox.height }));
}

function contentOf(pdf: PDF, page: PdfDict): Uint8Array {
  const resolve = pdf.context.resolve.bind(pdf.context);
  const contents = page.get('Contents', resolve);
  const streams = contents instanceof PdfArray ? Array.from({ length: contents.length }, (_, index) => contents.at(index, resolve)) : [contents];
  return Buffer.concat(streams.flatMap((each) => (each instanceof PdfStream ? [Buffer.from(each.getDecodedData()), Buffer.from('\n')] : [])));
}

type Scope = { readonly resources: PdfDict | null; readonly matrix: Matrix; readonly depth: number; /** Of a form: where it stands as a whole. */ readonly frame: Box | null };

/** Goes through the drawing of a page and what it draws in turn, and keeps where each thing stands, in the page's own coordinates. */
class Walk {
  readonly boxes: Box[] = [];
  isSeen = true;
  private operators = 0;
  private readonly area: number;
  private readonly resolve: (ref: Parameters<PDF['context']['resolve']>[0]) => ReturnType<PDF['context']['resolve']>;

  constructor(private readonly pdf: PDF, view: PageView) {
    this.area = view.width * view.height;
    this.resolve = pdf.context.resolve.bind(pdf.context);
  }

  stream(bytes: Uint8Array, scope: Scope): void {
    const saved: Matrix[] = [];
    let matrix = scope.matrix;
    let path: Point[][] = [];
    for (const { name, numbers, word } of readOperators(bytes)) {
      this.operators += 1;
      if (this.operators > MAX_OPERATORS || this.boxes.length > MAX_BOXES) {
        this.isSeen = false;
        return;
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
      if (name === 'q') saved.push(matrix);
      else if (name === 'Q') matrix = saved.pop() ?? matrix;
      else if (name === 'cm') matrix = times([a, b, c, d, e, f], matrix);
      else if (name === 'm') path.push([at(matrix, a, b)]);
      else if (name === 're') path.push([at(matrix, a, b), at(matrix, a + c, b), at(matrix, a + c, b + d), at(matrix, a, b + d), at(matrix, a, b)]);
      else if (CURVES.has(name)) for (let index = 0; index + 1 < numbers.length; index += 2) path.at(-1)?.push(at(matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0));
      else if (PAINTS.has(name)) {
        // A path that is neither filled nor drawn only cuts off what comes after it.
        if (name !== 'n') this.paint(path, FILLS.has(name));
        path = [];
      } else if (name === 'Do' && word !== null) this.draw(word, { ...scope, matrix });
      else if (name === 'ID') this.picture(matrix);
      else if (SHOWS_TEXT.has(name) && scope.frame !== null) this.add(scope.frame);
    }
  }

  /** Fields and marks that lie on the page without being part of its drawing. */
  annotations(page: PdfDict): void {
    const list = page.get('Annots', this.resolve);
    if (!(list instanceof PdfArray)) return;
    for (let index = 0; index < list.length; index += 1) {
      const box = toBox(this.pdf, dictOf(list.at(index, this.resolve))?.get('Rect', this.resolve) ?? null);
      if (box !== null) this.add(box);
    }
  }

  /** A filled shape counts as a whole, an outline by its lines: the middle of a frame is empty. */
  private paint(path: readonly (readonly Point[])[], isFilled: boolean): void {
    for (const points of path) {
      if (isFilled) this.add(around(points));
      else for (const [index, point] of points.entries()) if (index > 0) this.add(around([points[index - 1] ?? point, point]));
    }
  }

  private draw(name: string, { resources, matrix, depth }: Scope): void {
    const drawn = dictOf(resources?.get('XObject', this.resolve))?.get(name, this.resolve);
    if (!(drawn instanceof PdfStream)) return;
    const kind = drawn.get('Subtype', this.resolve);
    if (kind instanceof PdfName && kind.value === 'Image') this.picture(matrix);
    else if (depth < MAX_DEPTH) {
      const inner = times(matrixOf(drawn.get('Matrix', this.resolve)), matrix);
      const bounds = toBox(this.pdf, drawn.get('BBox', this.resolve) ?? null);
      const frame = bounds === null ? null : around(cornersOf(bounds).map(([x, y]) => at(inner, x, y)));
      this.stream(drawn.getDecodedData(), { resources: dictOf(drawn.get('Resources', this.resolve)) ?? resources, matrix: inner, depth: depth + 1, frame });
    } else this.isSeen = false;
  }

  private picture(matrix: Matrix): void {
    const box = around(cornersOf({ x: 0, y: 0, w: 1, h: 1 }).map(([x, y]) => at(matrix, x, y)));
    if (box.w * box.h >= SCAN * this.area) this.isSeen = false;
    else this.add(box);
  }

  private add(box: Box): void {
    if (box.w * box.h < GROUND * this.area && Number.isFinite(box.x + box.y + box.w + box.h)) this.boxes.push(box);
  }
}

const CURVES = new Set(['l', 'c', 'v', 'y']);
const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const PAINTS = new Set([...FILLS, 'S', 's', 'n']);
const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
const cornersOf = ({ x, y, w, h }: Box): readonly Point[] => [[x, y], [x + w, y], [x, y + h], [x + w, y + h]];

/** A line has half a point to each side. */
function around(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: x - 0.5, y: y - 0.5, w: Math.max(...xs) - x + 1, h: Math.max(...ys) - y + 1 };
}

function matrixOf(value: PdfObject | undefined): Matrix {
  if (!(value instanceof PdfArray) || value.length < 6) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from({ length: 6 }, (_, index) => value.at(index)).map((each) => (each instanceof PdfNumber ? each.value : 0));
  return [a, b, c, d, e, f];
}
