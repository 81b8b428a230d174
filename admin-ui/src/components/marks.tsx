import AccessTimeIcon from '@mui/icons-material/AccessTime';
import BoltIcon from '@mui/icons-material/Bolt';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import LockIcon from '@mui/icons-material/LockOutlined';
import MarkunreadMailboxIcon from '@mui/icons-material/MailLockOutlined';
import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Secrecy, Urgency } from '#domain/letter/vocabulary';
import { useFormat } from '../providers/i18n/use-format';
import type { ToneName } from '../theme/theme';
import { Tip } from './Tip';

/** A word on a coloured ground with a sign before it: state is never told by colour alone. */
export function Mark({ tone, icon, children, strong = false }: {
  readonly tone: ToneName;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly strong?: boolean;
}) {
  const { tones } = useTheme();
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex', alignItems: 'center', gap: 0.5, px: 1, py: '1px', borderRadius: 1, fontSize: '0.875rem', lineHeight: 1.6,
        fontWeight: strong ? 700 : 500, whiteSpace: 'nowrap', color: tones[tone].ink, bgcolor: tones[tone].ground,
        '& svg': { fontSize: '1.05em' },
      }}
    >
      {icon}
      {children}
    </Box>
  );
}

const URGENCY_TONES: { readonly [K in Urgency]: { readonly tone: ToneName; readonly bolts: number } } = {
  normal: { tone: 'muted', bolts: 0 },
  urgent: { tone: 'warm', bolts: 1 },
  very_urgent: { tone: 'warm', bolts: 2 },
  most_urgent: { tone: 'hot', bolts: 3 },
  urgent_by: { tone: 'hot', bolts: 3 },
};

const bolt = <BoltIcon aria-hidden sx={{ mx: '-3px' }} />;
const BOLTS = [null, bolt, <>{bolt}{bolt}</>, <>{bolt}{bolt}{bolt}</>] as const;

/** ชั้นความเร็ว; ordinary letters carry no mark, as on paper. */
export function UrgencyMark({ urgency, urgentBy = null, showNormal = false }: {
  readonly urgency: Urgency;
  readonly urgentBy?: string | null;
  readonly showNormal?: boolean;
}) {
  const translate = useTranslate();
  const format = useFormat();
  if (urgency === 'normal' && !showNormal) return null;
  const { tone, bolts } = URGENCY_TONES[urgency];
  const until = urgency === 'urgent_by' && urgentBy !== null ? ` ${format.dateTime(urgentBy)}` : '';
  return (
    <Mark tone={tone} strong={bolts > 1} icon={BOLTS[bolts]}>
      {translate(`urgency.${urgency}`)}
      {until}
    </Mark>
  );
}

export function SecrecyMark({ secrecy }: { readonly secrecy: Secrecy | null }) {
  const translate = useTranslate();
  if (secrecy === null || secrecy === 'none') return null;
  return <Mark tone="hot" strong icon={<LockIcon aria-hidden />}>{translate(`secrecy.${secrecy}`)}</Mark>;
}

export function SealedMark() {
  const translate = useTranslate();
  return <Mark tone="hot" icon={<MarkunreadMailboxIcon aria-hidden />}>{translate('item.sealed')}</Mark>;
}

/** When it is due, in words, with the exact time on hover. */
export function DueMark({ dueAt, isOverdue, text }: {
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  /** Said in place of the days until then. */
  readonly text?: string | undefined;
}) {
  const format = useFormat();
  const translate = useTranslate();
  if (dueAt === null) return null;
  const exact = translate('when.dueAt', { at: format.dateTime(dueAt) });
  return (
    <Tip text={exact}>
      <Mark tone={isOverdue ? 'hot' : 'calm'} strong={isOverdue} icon={isOverdue ? <ErrorIcon aria-hidden /> : <AccessTimeIcon aria-hidden />}>
        {text ?? format.due(dueAt)}
      </Mark>
    </Tip>
  );
}
