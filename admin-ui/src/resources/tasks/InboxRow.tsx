import GroupIcon from '@mui/icons-material/GroupOutlined';
import HourglassIcon from '@mui/icons-material/HourglassEmpty';
import PauseIcon from '@mui/icons-material/PauseCircleOutlined';
import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import { DueMark, Mark, SealedMark, SecrecyMark, UrgencyMark } from '../../components/marks';
import { isSameName } from '../../components/same-name';
import { useLocalName } from '../../providers/auth/use-session';
import { useFormat } from '../../providers/i18n/use-format';
import { rowIdOf } from './place';
import { letterPath } from './view';

/** One task: what it is about, what is asked, from whom, until when, in which post. */
export function InboxRow({ item, isGone, view, showPost, now, choice, action }: {
  readonly item: InboxItem;
  readonly isGone: boolean;
  /** The view of the inbox in which the row stands; null for one of somebody else's tasks, which no walk goes through. */
  readonly view: string | null;
  readonly showPost: boolean;
  readonly now: number;
  /** Set while several rows are being chosen. */
  readonly choice?: { readonly isChosen: boolean; readonly onToggle: () => void } | undefined;
  /** What can be done from the row itself. */
  readonly action?: ReactNode;
}) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const subject = item.subject ?? translate(item.isSealed ? 'item.sealedSubject' : 'item.noSubject');
  const numbers = [
    item.receiveNo === null ? '' : translate('item.receiveNoShort', { no: format.digits(item.receiveNo) }),
    format.digits(item.letterNo ?? item.theirNo),
  ].filter((text) => text !== '');
  const other = item.direction === 'incoming' ? item.fromText : item.toText;
  const correspondent = other === '' ? '' : translate(item.direction === 'incoming' ? 'item.from' : 'item.to', { name: other });
  const kind = translate(`taskKind.${item.kind}`);
  const step = localName(item.nodeName);

  return (
    <Box
      component="li"
      sx={{ listStyle: 'none', borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 }, opacity: isGone ? 0.55 : 1, display: 'flex', alignItems: 'stretch' }}
    >
      {choice === undefined ? null : (
        <Box component="label" sx={{ display: 'flex', alignItems: 'center', px: 1.5, minWidth: 44, cursor: 'pointer' }}>
          <input type="checkbox" checked={choice.isChosen} onChange={choice.onToggle} aria-label={translate('inbox.choose', { subject })} style={{ width: 20, height: 20 }} />
        </Box>
      )}
      <Box
        component={LinkBase}
        to={view === null ? `/letters/${item.letterId}` : letterPath(view, item)}
        data-inbox-row={rowIdOf(item)}
        sx={{
          display: 'flex', flexGrow: 1, minWidth: 0, gap: { xs: 1, sm: 2 }, px: { xs: 1.5, sm: 2 }, py: 1.25, color: 'text.primary', textDecoration: 'none',
          flexDirection: { xs: 'column', sm: 'row' }, borderLeft: 4, borderColor: item.isUnread ? 'primary.main' : 'transparent',
          '&:hover': { bgcolor: 'action.hover' }, '&:focus-visible': { outlineOffset: -3 },
        }}
      >
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Stack direction="row" spacing={0.75} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            {item.isUnread ? <Mark tone="info" strong>{translate('inbox.unreadMark')}</Mark> : null}
            <UrgencyMark urgency={item.urgency} urgentBy={item.urgentBy} />
            <SecrecyMark secrecy={item.secrecy} />
            {item.isSealed ? <SealedMark /> : null}
            <Mark tone="calm">{kind}</Mark>
            {item.isWaiting ? <Mark tone="muted" icon={<HourglassIcon aria-hidden />}>{translate('inbox.waiting')}</Mark> : null}
            {item.isHeld ? <Mark tone="muted" icon={<PauseIcon aria-hidden />}>{translate('letterStatus.held')}</Mark> : null}
            {item.claimedBy === null ? null : (
              <Mark tone="muted" icon={<GroupIcon aria-hidden />}>{translate('inbox.claimedBy', { name: localName(item.claimedBy.name) })}</Mark>
            )}
            {item.isGroup && item.claimedBy === null ? <Mark tone="muted" icon={<GroupIcon aria-hidden />}>{translate('inbox.group')}</Mark> : null}
            {isGone ? <Mark tone="good">{translate('inbox.gone')}</Mark> : null}
          </Stack>
          <Typography sx={{ fontWeight: item.isUnread ? 700 : 500, mt: 0.25 }}>{subject}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[...numbers, correspondent, isSameName(step, kind) ? '' : step].filter((text) => text !== '').join(' · ')}
          </Typography>
        </Box>
        <Stack
          direction={{ xs: 'row', sm: 'column' }}
          spacing={0.5}
          useFlexGap
          sx={{ alignItems: { xs: 'center', sm: 'flex-end' }, flexShrink: 0, flexWrap: 'wrap', maxWidth: { sm: 280 }, textAlign: { sm: 'right' } }}
        >
          <DueMark dueAt={item.dueAt} isOverdue={item.isOverdue} />
          <Typography variant="body2" color="text.secondary">{format.ago(item.openedAt, now)}</Typography>
          {showPost ? (
            <Typography variant="body2" color="text.secondary">
              {item.capacity === 'own' ? '' : `${translate(`capacity.${item.capacity}`)} `}
              {localName(item.post.title)}
            </Typography>
          ) : null}
        </Stack>
      </Box>
      {action}
    </Box>
  );
}
