import type { DocumentView } from '#domain/contracts/letter-page';
import type { ShownPage } from './PdfViewer';

export type Place = DocumentView['places'][number];
export type PlaceKind = Place['kind'];
export const PLACE_KINDS = ['number', 'date', 'signature'] as const satisfies readonly PlaceKind[];

/** Size of a fresh place in points: a number and a date on one line, a signature with its three lines. */
const SIZES: { readonly [K in PlaceKind]: { readonly w: number; readonly h: number } } = {
  number: { w: 170, h: 24 },
  date: { w: 170, h: 24 },
  signature: { w: 220, h: 96 },
};

/** The place with its upper left corner where the page was clicked, moved so that it lies wholly on the page. */
export function placeAt(kind: PlaceKind, page: ShownPage, click: { readonly x: number; readonly y: number }): Place {
  const { w, h } = SIZES[kind];
  return insidePage({ kind, page: page.number, w, h, x: click.x / page.scale, y: page.heightPt - click.y / page.scale - h }, page);
}

/** The place moved by so many points to the right and up, no further than the page's edge. */
export function moved(place: Place, page: ShownPage, by: { readonly right: number; readonly up: number }): Place {
  return insidePage({ ...place, x: place.x + by.right, y: place.y + by.up }, page);
}

/** Where a place is drawn, in pixels from the upper left of the shown page. */
export function drawnAt(place: Omit<Place, 'kind'>, page: ShownPage): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { scale, heightPt } = page;
  return { left: place.x * scale, top: (heightPt - place.y - place.h) * scale, width: place.w * scale, height: place.h * scale };
}

function insidePage(place: Place, { widthPt, heightPt }: ShownPage): Place {
  const w = Math.min(place.w, widthPt);
  const h = Math.min(place.h, heightPt);
  const clamp = (value: number, most: number): number => Math.round(Math.min(Math.max(0, value), most) * 10) / 10;
  return { ...place, w, h, x: clamp(place.x, widthPt - w), y: clamp(place.y, heightPt - h) };
}
