/** Under what a step of the palette is dragged onto the canvas. */
export const DRAG_TYPE = 'application/x-saraban-step';
