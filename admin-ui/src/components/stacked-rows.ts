/** A table of few columns on a phone: each row is a card, and each cell that has a `data-label` says what it is. */
export const STACKED_ROWS = {
  '@media screen and (max-width: 700px)': {
    '& thead': { display: 'none' }, '& tr, & td, & th': { display: 'block' }, '& td, & th': { border: 0, py: 0.5 }, '& tr': { borderBottom: 1, borderColor: 'divider', py: 1 },
    '& td[data-label]::before': { content: 'attr(data-label) ": "', color: 'text.secondary' },
  },
} as const;
