import type SvgIcon from '@mui/material/SvgIcon';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import AbsencesIcon from '@mui/icons-material/EventBusyOutlined';
import CreateIcon from '@mui/icons-material/EditNoteOutlined';
import DeskIcon from '@mui/icons-material/TodayOutlined';
import FolderIcon from '@mui/icons-material/FolderSharedOutlined';
import InboxIcon from '@mui/icons-material/AssignmentOutlined';
import IntakeIcon from '@mui/icons-material/MarkunreadMailboxOutlined';
import LettersIcon from '@mui/icons-material/MailOutlined';
import OrganisationIcon from '@mui/icons-material/AccountTreeOutlined';
import PeopleIcon from '@mui/icons-material/SupervisorAccountOutlined';
import RoutesIcon from '@mui/icons-material/RouteOutlined';
import RegisterIcon from '@mui/icons-material/MenuBookOutlined';
import SigningIcon from '@mui/icons-material/DrawOutlined';
import SupervisionIcon from '@mui/icons-material/FactCheckOutlined';
import HandOverIcon from '@mui/icons-material/TransferWithinAStationOutlined';
import AuditIcon from '@mui/icons-material/HistoryEduOutlined';
import AccessIcon from '@mui/icons-material/VpnKeyOutlined';
import SetUpIcon from '@mui/icons-material/PlaylistAddCheckOutlined';
import SystemIcon from '@mui/icons-material/MonitorHeartOutlined';
import type { Capability } from '#domain/contracts/session';
import { useSession } from '../providers/auth/use-session';
import { useInboxCounts } from '../resources/tasks/use-inbox';

/** What a person does there; the menu shows the groups in this order, each under `nav.group.<name>` (the first without a heading). */
export const NAV_GROUPS = ['mine', 'registry', 'oversight', 'office'] as const;

export type NavItem = {
  readonly to: string;
  /** Text key. */
  readonly label: string;
  /** Text key where there is room for one or two words; `label` where that is short enough. */
  readonly shortLabel?: string;
  readonly icon: typeof SvgIcon;
  readonly group: (typeof NAV_GROUPS)[number];
  /** Shown to whoever has one of these; to all where empty. */
  readonly for: readonly Capability[];
  /** Also shown while the reader holds tasks of the folder. */
  readonly alsoToDecide?: true;
  /** Shortcut, always `g` and a letter. */
  readonly keys?: `g>${string}`;
};

/** Parts of the screens in the order of a day's work. On phones the first four that the reader has stand in the bar below. */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: '/', label: 'nav.inbox', icon: InboxIcon, group: 'mine', for: [], keys: 'g>i' },
  { to: '/folder', label: 'nav.folder', icon: FolderIcon, group: 'mine', for: ['folder'], alsoToDecide: true, keys: 'g>f' },
  { to: '/compose', label: 'nav.compose', icon: CreateIcon, group: 'mine', for: ['compose'], keys: 'g>c' },
  { to: '/letters', label: 'nav.letters', icon: LettersIcon, group: 'mine', for: ['letters'], keys: 'g>l' },
  { to: '/absences', label: 'nav.absences', shortLabel: 'nav.absencesShort', icon: AbsencesIcon, group: 'mine', for: [], keys: 'g>v' },
  { to: '/intake', label: 'nav.intake', icon: IntakeIcon, group: 'registry', for: ['intake', 'intakeSealed'], keys: 'g>r' },
  { to: '/desk', label: 'nav.desk', icon: DeskIcon, group: 'registry', for: ['desk'], keys: 'g>d' },
  { to: '/books', label: 'nav.books', icon: RegisterIcon, group: 'registry', for: ['books', 'secretBooks'], keys: 'g>b' },
  { to: '/supervision', label: 'nav.supervision', icon: SupervisionIcon, group: 'oversight', for: ['supervision'], keys: 'g>s' },
  { to: '/organisation', label: 'nav.organisation', icon: OrganisationIcon, group: 'office', for: ['organisation'], keys: 'g>o' },
  { to: '/routes', label: 'nav.routes', icon: RoutesIcon, group: 'office', for: ['routes'], keys: 'g>t' },
  { to: '/set-up', label: 'nav.setUp', shortLabel: 'nav.setUpShort', icon: SetUpIcon, group: 'office', for: ['setUp'], keys: 'g>n' },
  { to: '/people', label: 'nav.people', icon: PeopleIcon, group: 'office', for: ['people'], keys: 'g>p' },
  { to: '/calendar', label: 'nav.calendar', icon: CalendarIcon, group: 'office', for: ['calendar'], keys: 'g>k' },
  { to: '/hand-over', label: 'nav.handOver', icon: HandOverIcon, group: 'office', for: ['handOver'], keys: 'g>x' },
  { to: '/audit', label: 'nav.audit', icon: AuditIcon, group: 'office', for: ['audit'], keys: 'g>h' },
  { to: '/access', label: 'nav.access', icon: AccessIcon, group: 'office', for: ['access'], keys: 'g>a' },
  { to: '/signing', label: 'nav.signing', icon: SigningIcon, group: 'office', for: ['calendar'] },
  { to: '/system', label: 'nav.system', shortLabel: 'nav.systemShort', icon: SystemIcon, group: 'office', for: ['system'], keys: 'g>y' },
];

/** The parts that are of use to the reader. */
export function useNavItems(): readonly NavItem[] {
  const can = useSession()?.can ?? [];
  const toDecide = useInboxCounts()?.toDecide ?? 0;
  return NAV_ITEMS.filter((item) => item.for.length === 0 || item.for.some((capability) => can.includes(capability)) || (item.alsoToDecide === true && toDecide > 0));
}

/** The part that an address belongs to: the longest that it begins with. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const inside = items.filter(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)));
  return inside.toSorted((one, other) => other.to.length - one.to.length)[0];
}
