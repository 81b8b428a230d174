import type SvgIcon from '@mui/material/SvgIcon';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import CreateIcon from '@mui/icons-material/EditNoteOutlined';
import InboxIcon from '@mui/icons-material/AssignmentOutlined';
import IntakeIcon from '@mui/icons-material/MarkunreadMailboxOutlined';
import LettersIcon from '@mui/icons-material/MailOutlined';
import PeopleIcon from '@mui/icons-material/SupervisorAccountOutlined';
import RegisterIcon from '@mui/icons-material/MenuBookOutlined';
import SupervisionIcon from '@mui/icons-material/FactCheckOutlined';
import SystemIcon from '@mui/icons-material/MonitorHeartOutlined';
import type { Capability } from '#domain/contracts/session';

export type NavItem = {
  readonly to: string;
  readonly label: string;
  readonly icon: typeof SvgIcon;
  /** Shown to whoever has one of these; to all where empty. */
  readonly for: readonly Capability[];
};

/** Parts of the screens in the order of a day's work. `label` is a text key. */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: '/', label: 'nav.inbox', icon: InboxIcon, for: [] },
  { to: '/intake', label: 'nav.intake', icon: IntakeIcon, for: ['intake', 'intakeSealed'] },
  { to: '/compose', label: 'nav.compose', icon: CreateIcon, for: ['compose'] },
  { to: '/letters', label: 'nav.letters', icon: LettersIcon, for: ['letters'] },
  { to: '/books', label: 'nav.books', icon: RegisterIcon, for: ['books', 'secretBooks'] },
  { to: '/supervision', label: 'nav.supervision', icon: SupervisionIcon, for: ['supervision'] },
  { to: '/people', label: 'nav.people', icon: PeopleIcon, for: ['people'] },
  { to: '/calendar', label: 'nav.calendar', icon: CalendarIcon, for: ['calendar'] },
  { to: '/system', label: 'nav.system', icon: SystemIcon, for: ['system'] },
];
