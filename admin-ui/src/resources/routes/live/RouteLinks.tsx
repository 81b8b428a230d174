import { Link, Stack } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';

const PARTS = { live: 'routeLive.link', practice: 'routePractice.link', versions: 'routeVersions.link' } as const;

/** From one page of a route to the others, and back to all routes. */
export function RouteLinks({ routeId, except }: { readonly routeId: string; readonly except: keyof typeof PARTS }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', displayPrint: 'none' }}>
      <Link component={LinkBase} to="/routes">{translate('nav.routes')}</Link>
      {Object.entries(PARTS).filter(([part]) => part !== except).map(([part, label]) => <Link key={part} component={LinkBase} to={`/routes/${routeId}/${part}`}>{translate(label)}</Link>)}
    </Stack>
  );
}
