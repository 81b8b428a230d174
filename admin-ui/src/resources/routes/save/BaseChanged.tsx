import { Alert, Button, Stack, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RouteDraftView } from '#domain/contracts/route-design';
import { diffRoutes, sayChange } from '#domain/route/diff';
import type { RouteDraft } from '#domain/route/operations';
import type { Words } from '#domain/route/say';
import { stepForms } from '#domain/route/steps/forms';
import { type Clash, takeOver } from '#domain/route/take-over';
import { ErrorState, LoadingRows } from '../../../components/states';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { useOutcomeText } from '../editor/outcome-text';
import { useVersion } from '../versions/use-versions';
import { toDraft } from './to-draft';

type Props = {
  readonly base: RouteDraftView['base'];
  readonly inForce: NonNullable<RouteDraftView['inForce']>;
  readonly mine: RouteDraft;
  readonly words: Words;
  /** The draft goes on with these changes in it. */
  readonly onTake: (draft: RouteDraft) => void;
  /** The draft stays as it is, and follows the version in force from now on. */
  readonly onKeep: () => Promise<boolean>;
};

/** Another version came into force after this draft was begun: what it has changed, and whether that comes into the draft. */
export function BaseChanged({ base, inForce, mine, words, onTake, onKeep }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const [isKeeping, setKeeping] = useState(false);
  const before = useVersion(base?.id);
  const now = useVersion(inForce.id);
  const outcome = useTakenOver({ base: before.data, theirs: now.data, mine, hasBase: base !== null });
  const clashText = useClashText();
  const keep = async (): Promise<void> => {
    setKeeping(true);
    await onKeep();
    setKeeping(false);
  };
  const failed = [before, now].find(({ isError }) => isError);
  return (
    <Alert severity="warning" role="alert" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 }, maxHeight: '45dvh', overflowY: 'auto' }}>
      {translate('routes.base.changed', { n: format.number(inForce.version), name: inForce.author === null ? '–' : localName(inForce.author.name), at: format.dateTime(inForce.publishedAt), note: inForce.note })}
      {failed === undefined ? null : <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {outcome === null ? (failed === undefined ? <LoadingRows rows={2} /> : null) : (
        <>
          <Sentences label={translate('routes.base.theirs')} lines={outcome.changes.map((change) => sayChange(change, words))} />
          {outcome.clashes.length === 0 ? null : <Sentences label={translate('routes.base.clashes')} lines={outcome.clashes.map((clash) => clashText(clash, outcome.draft))} />}
        </>
      )}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 1 }}>
        <Button size="small" variant="contained" disabled={outcome === null || isKeeping} onClick={() => outcome !== null && onTake(outcome.draft)}>{translate('routes.base.take')}</Button>
        <Button size="small" variant="outlined" color="inherit" loading={isKeeping} disabled={outcome === null} onClick={() => void keep()}>{translate('routes.base.keep')}</Button>
      </Stack>
      <Typography variant="body2" sx={{ mt: 1 }}>{translate('routes.base.help')}</Typography>
    </Alert>
  );
}

function Sentences({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  return (
    <section aria-label={label}>
      <Typography variant="subtitle2" component="h2" sx={{ mt: 1 }}>{label}</Typography>
      <ul>{lines.map((line, at) => <li key={at}>{line}</li>)}</ul>
    </section>
  );
}

type Drawn = Parameters<typeof toDraft>[0];

/** What comes of taking over; a draft that followed no version takes the one in force as it is. */
function useTakenOver({ base, theirs, mine, hasBase }: { readonly base: Drawn | undefined; readonly theirs: Drawn | undefined; readonly mine: RouteDraft; readonly hasBase: boolean }) {
  return useMemo(() => {
    if (theirs === undefined || (hasBase && base === undefined)) return null;
    const from = base === undefined ? mine.route : base.definition;
    return { changes: diffRoutes(from, theirs.definition), ...takeOver({ base: from, mine, theirs: toDraft(theirs) }) };
  }, [base, theirs, mine, hasBase]);
}

/** What both have changed, by the names that the draft has for it. */
function useClashText(): (clash: Clash, draft: RouteDraft) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  const outcomeText = useOutcomeText();
  return ({ nodeId, setting, outcome }, { route }) => {
    const node = route.nodes.find(({ id }) => id === nodeId);
    const name = node === undefined ? nodeId : localName({ th: node.name, en: node.nameEn ?? '' });
    if (outcome !== undefined) return translate('routes.base.way', { name, outcome: outcomeText(node, outcome, route) || translate('designer.connect.next') });
    if (node === undefined || setting === undefined) return translate(node === undefined ? 'routes.base.removed' : 'routes.base.kept', { name });
    const field = (stepForms[node.type].fields as { readonly [name: string]: { readonly th: string; readonly en: string } | undefined })[setting];
    return translate('routes.base.setting', { name, setting: field === undefined ? translate(`designer.panel.${setting}`, { _: setting }) : localName(field) });
  };
}
