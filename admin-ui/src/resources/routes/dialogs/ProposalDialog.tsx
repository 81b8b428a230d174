import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RouteProposal } from '#domain/contracts/route-design';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { RouteDrawing } from '../../../components/RouteDrawing';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useTell } from '../../../hooks/use-tell';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { useLang } from '../../../providers/i18n/use-lang';
import { MoveCheck } from '../moves/MoveCheck';
import { useDrawnChanges } from '../versions/use-drawn-changes';

type Decision = 'approve' | 'return' | 'withdraw';

/** What a proposal changes, said and drawn, for whoever approves it, returns it, or takes it back. */
export function ProposalDialog({ proposalId, onClose }: { readonly proposalId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const lang = useLang();
  const format = useFormat();
  const api = useApi();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const loaded = useQuery({ queryKey: [...keys.routeDesigns, 'proposal', proposalId], queryFn: ({ signal }) => api.routeProposal({ params: { id: proposalId }, signal }) });
  const decide = useMutation({
    mutationFn: (decision: Decision) => {
      const params = { id: proposalId };
      return decision === 'approve' ? api.approveRoute({ params }) : decision === 'return' ? api.returnRoute({ params, body: { reason: reason.trim() } }) : api.withdrawRoute({ params });
    },
    onSuccess: async (_, decision) => {
      tell(translate(`routes.decided.${decision}`), 'success');
      await Promise.all([keys.routeDesigns, keys.routeChoice].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const view = loaded.data;
  const drawn = useDrawnChanges(view?.baseDefinition, view?.definition);
  const proposal = view?.proposal;
  const lines = view === undefined ? [] : lang === 'en' ? view.changes.en : view.changes.th;
  return (
    <ActDialog
      title={proposal === undefined ? translate('routes.proposal') : `${translate('routes.proposal')}: ${localName(proposal.name)}`}
      confirmLabel={translate('routes.approve')}
      isRunning={decide.isPending}
      error={decide.error}
      isWide
      canConfirm={proposal?.canApprove === true}
      onConfirm={() => decide.mutate('approve')}
      onClose={onClose}
    >
      {loaded.isError ? <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} /> : null}
      {view === undefined || proposal === undefined ? <LoadingRows rows={3} /> : (
        <Stack spacing={2}>
          <Typography>{[translate('routes.by', { name: localName(proposal.author.name) }), proposal.note, proposal.from === null ? translate('routes.now') : translate('routes.next', { n: '', date: format.longDate(proposal.from) }), translate(`routes.${proposal.runningLetters}`)].join(' · ')}</Typography>
          {proposal.canApprove ? null : <Alert severity="info">{translate('routes.secondPerson')}</Alert>}
          <section aria-label={translate('routes.changes')}>
            <Typography variant="h3">{translate('routes.changes')}</Typography>
            {lines.length === 0 ? <Typography>{translate(view.base === null ? 'routes.firstVersion' : 'routes.noChanges')}</Typography> : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
          </section>
          {view.affected.length === 0 ? null : <Affected posts={view.affected} />}
          {proposal.runningLetters === 'move' && proposal.state === 'waiting' ? <MoveCheck of={proposalId} check={() => api.checkProposalMove({ params: { id: proposalId } })} /> : null}
          {drawn === null ? null : <RouteDrawing route={drawn} />}
          {proposal.canApprove ? <Words label={translate('routes.returnReason')} value={reason} multiline onChange={setReason} /> : null}
          <Stack direction="row" spacing={1}>
            {proposal.canApprove ? <Button variant="outlined" color="error" disabled={!areWordsRight(reason, { isRequired: true }) || decide.isPending} onClick={() => decide.mutate('return')}>{translate('routes.return')}</Button> : null}
            {proposal.canWithdraw ? <Button variant="outlined" disabled={decide.isPending} onClick={() => decide.mutate('withdraw')}>{translate('routes.withdraw')}</Button> : null}
          </Stack>
        </Stack>
      )}
    </ActDialog>
  );
}

/** Whose work changes, each with the words that are sent to them. */
function Affected({ posts }: { readonly posts: RouteProposal['affected'] }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const lang = useLang();
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, py: 0.5 }}>{translate('routes.affected', { n: posts.length })}</Box>
      {posts.map(({ post, th, en }) => (
        <Box key={post.id} sx={{ mt: 1 }}>
          <Typography variant="subtitle2">{localName(post.title)}</Typography>
          <Box component="ul" sx={{ m: 0 }}>{(lang === 'en' ? en : th).map((line) => <li key={line}>{line}</li>)}</Box>
        </Box>
      ))}
    </Box>
  );
}
