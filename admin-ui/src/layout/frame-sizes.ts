/** Height of the bar at the lower edge of a phone, in pixels. */
export const BOTTOM_BAR_HEIGHT = 60;
/** `bottom` of what sticks to the lower edge of a page: above the bar where there is one. */
export const ABOVE_BAR = { xs: `calc(${BOTTOM_BAR_HEIGHT}px + env(safe-area-inset-bottom))`, sm: 0 } as const;
/** Width of the menu, in pixels. */
export const NAVIGATION_WIDTH = 244;
