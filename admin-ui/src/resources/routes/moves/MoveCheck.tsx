import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import type { MoveCheck as Checked } from '#domain/contracts/route-life';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useLocalName } from '../../../providers/auth/use-session';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';

/** Letters that cannot be moved and are named in a dialog at most. */
const NAMED = 10;

/** Tries the move of every running letter on a copy, and says how many can be moved, and which cannot and why. */
export function MoveCheck({ of, check }: { readonly of: string; readonly check: () => Promise<Checked> }) {
  const translate = useTranslate();
  const found = useQuery({ queryKey: [...keys.routeDesigns, 'moveCheck', of], queryFn: check, gcTime: 0, staleTime: 0, refetchOnWindowFocus: false });
  return (
    <section aria-label={translate('routeMoves.check')}>
      <Typography variant="h3">{translate('routeMoves.check')}</Typography>
      {found.isFetching ? <div role="status" aria-label={translate('routeMoves.checking')}><LoadingRows rows={2} /></div> : null}
      {found.isError && !found.isFetching ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined || found.isFetching ? null : <Result checked={found.data} onAgain={() => void found.refetch()} />}
    </section>
  );
}

function Result({ checked: { total, canMove, blocked, letters }, onAgain }: { readonly checked: Checked; readonly onAgain: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const why = useWhyNot();
  const stuck = letters.filter(({ state }) => state === 'cannot');
  return (
    <>
      <Alert severity={canMove < total ? 'warning' : 'info'} action={<Button color="inherit" size="small" onClick={onAgain}>{translate('routeMoves.again')}</Button>}>
        {total === 0 ? translate('routeMoves.nothing') : translate('routeMoves.can', { n: format.number(canMove), total: format.number(total) })}
      </Alert>
      {blocked.length === 0 ? null : (
        <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
          {blocked.map((each) => <li key={`${each.code} ${each.nodeId ?? ''}`}>{`${translate('routeMoves.cannot', { n: format.number(each.count) })} · ${why(each)}`}</li>)}
        </Box>
      )}
      {stuck.length === 0 ? null : (
        <Box component="ul" sx={{ my: 1, pl: 2.5 }} aria-label={translate('routeMoves.state.refused')}>
          {stuck.slice(0, NAMED).map((each, at) => <li key={at}><LetterLink {...each} /></li>)}
        </Box>
      )}
      <Typography variant="body2" color="text.secondary">{translate('routeMoves.known')}</Typography>
    </>
  );
}

type Why = { readonly code: string | null; readonly nodeName: LocalName | null };

/** Why a letter cannot be moved, with the step where it stands. */
export function useWhyNot(): (why: Why) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  return ({ code, nodeName }) => {
    const text = translate(`errors.${code ?? 'UNKNOWN'}`, { _: code ?? '' });
    return nodeName === null ? text : translate('routeMoves.at', { name: localName(nodeName), why: text });
  };
}

type Letter = { readonly letterId: string; readonly letterNo: string | null; readonly receiveNo: string | null; readonly subject: string | null };

/** A letter by its number and subject, opened beside what one is doing. */
export function LetterLink({ letterId, letterNo, receiveNo, subject }: Letter) {
  const translate = useTranslate();
  const format = useFormat();
  return <Link component={LinkBase} to={`/letters/${letterId}`} target="_blank">{[format.digits(letterNo ?? receiveNo ?? ''), subject ?? translate('routeMoves.noSubject')].filter((text) => text !== '').join(' · ')}</Link>;
}
