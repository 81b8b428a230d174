import { Box } from '@mui/material';
import { Fragment } from 'react';
import { matchParts } from './match-parts';

/** A text with what was looked for marked in it; as it is where it is not in it. */
export function Highlight({ text, q }: { readonly text: string; readonly q: string | readonly string[] }) {
  return (
    <>
      {matchParts(text, q).map(({ part, isMatch }, at) => (
        isMatch ? <Box key={at} component="mark" sx={{ bgcolor: (theme) => theme.tones.warm.ground, color: (theme) => theme.tones.warm.ink, borderRadius: 0.5 }}>{part}</Box> : <Fragment key={at}>{part}</Fragment>
      ))}
    </>
  );
}
