import CloseIcon from '@mui/icons-material/CloseOutlined';
import NarrowIcon from '@mui/icons-material/CloseFullscreenOutlined';
import WideIcon from '@mui/icons-material/OpenInFullOutlined';
import { Badge, Box, Drawer, IconButton, Stack, Tab, Tabs, Tooltip, Typography, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { NodeId } from '#domain/route/model';
import type { Finding, VerifyContext } from '#domain/route/verify';
import { onDemand } from '../../components/on-demand';
import { EmptyState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useTell } from '../../hooks/use-tell';
import type { CanvasHandle } from './canvas/Canvas';
import { type Asking, DesignerContext, type DesignerParts, type Played } from './designer-context';
import { DesignerBar, type View, VIEWS } from './DesignerBar';
import { DesignerDialogs } from './DesignerDialogs';
import { only } from './editor/editor-state';
import { useOutcomeText } from './editor/outcome-text';
import { foreignCodes, useClipboard } from './editor/use-clipboard';
import type { Editor } from './editor/use-editor';
import { FindingsList } from './findings/FindingsList';
import { PathBar } from './findings/PathBar';
import type { Findings } from './findings/use-findings';
import { pathOfFinding, type PathPlayer, type PlayablePath, usePathPlayer } from './findings/use-path-player';
import { Outline } from './outline/Outline';
import { Palette } from './Palette';
import { StepPanel } from './panel/StepPanel';
import type { SettingsContext } from './panel/types';
import { type Commands, useCommands, useDesignerShortcuts } from './use-commands';

// The drawing is a large script that whoever works in the outline does not need.
const Canvas = onDemand<{ readonly onHandle: (handle: CanvasHandle | null) => void }>(async () => (await import('./canvas/Canvas')).Canvas, () => <LoadingRows />);

export type DesignerProps = {
  readonly editor: Editor;
  readonly found: Findings;
  readonly verify: VerifyContext | undefined;
  readonly settings: SettingsContext;
  readonly isReadOnly: boolean;
  readonly onSave: () => void;
  /** Where a rehearsal stands, while one is played. */
  readonly rehearsed?: Played | null;
  /** A way that somebody came here to see; played at once. */
  readonly path?: PlayablePath | null;
  readonly onPathClosed?: () => void;
  /** Stands below what was found. */
  readonly belowFindings?: ReactNode;
  /** More sheets beside the settings and what was found. */
  readonly sheets?: readonly { readonly name: string; readonly label: string; readonly content: ReactNode }[];
};

/** The drawing board: palette, canvas or outline, and beside them the settings and what was found. */
export function Designer(props: DesignerProps) {
  const { editor, found, verify, settings, isReadOnly, rehearsed = null } = props;
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('md'));
  const [filters, changeFilters] = useAddressFilters();
  const view = oneOf(VIEWS, filters['view']) ?? (isNarrow ? 'outline' : 'canvas');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [canvas, setCanvas] = useState<CanvasHandle | null>(null);
  const [sheet, setSheet] = useState('settings');
  const [isSheetOpen, setSheetOpen] = useState(false);
  // Tables need more room than settings do.
  const [isWide, setWide] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const player = useShownPath(props);
  const commands = useCommands({ editor, canvas, isReadOnly });
  const clipboard = useClipboard({ editor, directory: verify?.directory, isReadOnly });
  const ask = useCallback((next: Asking) => setAsking(next), []);
  const setView = (next: View): void => changeFilters({ view: next });
  useDesignerShortcuts({ editor, commands, clipboard, isReadOnly, ask, onView: () => setView(view === 'canvas' ? 'outline' : 'canvas'), onSave: props.onSave });
  useRefusals(editor.refusals);

  const { select } = editor;
  const openSettings = useCallback((nodeId: NodeId) => {
    select(only(nodeId));
    setSheet('settings');
    setSheetOpen(true);
    // Once the settings of this step are drawn.
    setTimeout(() => side.current?.querySelector<HTMLElement>('[data-step-name]')?.focus(), 0);
  }, [select]);
  const show = useShow({ editor, canvas, wanted: filters['step'] });
  const parts = useParts({ editor, found, verify, isReadOnly, ask, openSettings, played: player.played ?? rehearsed });
  // On a phone what is played would be beneath the sheet.
  const play = (finding: Finding): void => { setSheetOpen(false); player.show(pathOfFinding(finding)); };
  const sideSheets = <SideSheets {...props} sheet={sheet} onSheet={setSheet} onShow={show} commands={commands} onPlay={play} {...(isNarrow ? {} : { isWide, onWide: setWide })} />;
  return (
    <DesignerContext value={parts}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}>
        <DesignerBar editor={editor} commands={commands} clipboard={clipboard} view={view} isReadOnly={isReadOnly} onView={setView} ask={ask} />
        <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
          {isReadOnly || isNarrow || isWide || view === 'outline' ? null : <Box sx={{ width: 200, flexShrink: 0, overflowY: 'auto', borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' }}><Palette onAdd={commands.addKind} /></Box>}
          <Box sx={{ position: 'relative', flex: 1, minWidth: 0 }}>
            <Box sx={{ height: '100%', overflow: view === 'outline' ? 'auto' : 'hidden' }}>{view === 'canvas' ? <Canvas onHandle={setCanvas} /> : <Outline />}</Box>
            <PathBar player={player} />
          </Box>
          {isNarrow ? null : <Box ref={side} sx={{ width: isWide ? 'min(820px, 60vw)' : 380, flexShrink: 0, overflowY: 'auto', borderLeft: 1, borderColor: 'divider', bgcolor: 'background.paper' }} onKeyDown={(event) => { if (event.code === 'Escape') backToDrawing(editor); }}>{sideSheets}</Box>}
        </Box>
        {isNarrow ? <PhoneSheet found={found} isOpen={isSheetOpen} onOpen={() => { setSheet('findings'); setSheetOpen(true); }} onClose={() => setSheetOpen(false)}><Box ref={side}>{sideSheets}</Box></PhoneSheet> : null}
      </Box>
      <DesignerDialogs asking={asking} editor={editor} commands={commands} words={settings.words} onShow={show} onClose={() => setAsking(null)} />
    </DesignerContext>
  );
}

/** What is played on the drawing: a way that was brought along, else what somebody asks for here. */
function useShownPath({ editor, path = null, onPathClosed }: DesignerProps): PathPlayer {
  const player = usePathPlayer(editor.draft.route);
  const show = useEffectEvent((way: PlayablePath) => player.show(way));
  useEffect(() => {
    if (path !== null) show(path);
  }, [path]);
  const close = (): void => {
    player.close();
    onPathClosed?.();
  };
  return { ...player, close };
}

/** Selects a step and brings it into view, in either view; once by itself where the address names it. */
function useShow({ editor, canvas, wanted }: { readonly editor: Editor; readonly canvas: CanvasHandle | null; readonly wanted: string | undefined }): (id: NodeId) => void {
  const { select } = editor;
  const show = useCallback((id: NodeId): void => {
    select(only(id));
    // Once it is drawn as selected, and the drawing has been fitted into its frame.
    setTimeout(() => {
      canvas?.show(id);
      document.querySelector(`[data-row="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
    }, 50);
  }, [select, canvas]);
  const isThere = editor.draft.route.nodes.some(({ id }) => id === wanted);
  // Not again for each edit: only when it is named, or the drawing has come.
  const showNow = useEffectEvent(show);
  const isDrawn = canvas !== null;
  useEffect(() => {
    if (wanted !== undefined && isThere) showNow(wanted);
  }, [wanted, isThere, isDrawn]);
  return show;
}

/** From the settings back to the step they are of. */
function backToDrawing({ selection }: Editor): void {
  const [id = ''] = selection.nodes;
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"], .react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus();
}

/** An edit that could not be done says so; nothing has happened. */
function useRefusals(refusals: number): void {
  const translate = useTranslate();
  const tell = useTell();
  const say = useEffectEvent(() => tell(translate('designer.notice.refused'), 'warning'));
  useEffect(() => {
    if (refusals > 0) say();
  }, [refusals]);
}

function useParts({ editor, found, verify, isReadOnly, ask, openSettings, played }: Pick<DesignerProps, 'editor' | 'found' | 'verify' | 'isReadOnly'> & Pick<DesignerParts, 'ask' | 'openSettings' | 'played'>): DesignerParts {
  const outcomeText = useOutcomeText();
  const { route } = editor.draft;
  return useMemo(
    (): DesignerParts => ({
      editor, isReadOnly, ask, openSettings, played,
      findingsOf: (nodeId) => found.findings.filter(({ nodes }) => nodes[0] === nodeId),
      foreignOf: (node) => foreignCodes([node], verify?.directory),
      outcomeText: (node, outcome) => outcomeText(node, outcome, route),
      casesOn: (edgeId) => found.coverage?.byEdge[edgeId] ?? null,
    }),
    [editor, isReadOnly, ask, openSettings, played, found.findings, found.coverage, verify?.directory, route, outcomeText],
  );
}

function SideSheets({ editor, found, settings, isReadOnly, sheets = [], belowFindings, sheet, onSheet, onShow, commands, onPlay, isWide = false, onWide }: DesignerProps & { readonly isWide?: boolean; readonly onWide?: (isWide: boolean) => void; readonly sheet: string; readonly onSheet: (sheet: string) => void; readonly onShow: (id: NodeId) => void; readonly commands: Commands; readonly onPlay: (finding: Finding) => void }) {
  const translate = useTranslate();
  const errors = found.findings.filter(({ severity }) => severity === 'error').length;
  const node = editor.selection.nodes.length === 1 ? editor.draft.route.nodes.find(({ id }) => id === editor.selection.nodes[0]) : undefined;
  const extra = sheets.find(({ name }) => name === sheet);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider', position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
      <Tabs value={extra === undefined && sheet !== 'findings' ? 'settings' : sheet} onChange={(_, next: string) => onSheet(next)} variant="scrollable" sx={{ flex: 1, minWidth: 0, '& .MuiTab-root': { px: 1.25, minWidth: 0 } }}>
        <Tab value="settings" label={translate('designer.panel.heading')} />
        <Tab value="findings" label={<Badge color="error" badgeContent={errors} sx={{ pr: errors === 0 ? 0 : 1.5 }}>{translate('designer.findings.title')}</Badge>} />
        {sheets.map(({ name, label }) => <Tab key={name} value={name} label={label} />)}
      </Tabs>
      {onWide === undefined ? null : <WideButton isWide={isWide} onWide={onWide} />}
      </Box>
      <Box sx={{ p: 2 }}>
        {extra !== undefined ? extra.content : sheet === 'findings' ? (
          <Stack spacing={2}><FindingsList found={found} canMend={commands.canMend} onMend={commands.mend} onSelect={(ids) => { if (ids[0] !== undefined) onShow(ids[0]); editor.select({ nodes: ids, edges: [] }); }} onShowPath={onPlay} />{belowFindings}</Stack>
        ) : node === undefined ? (
          <EmptyState isSmall title={editor.selection.nodes.length > 1 ? translate('designer.panel.several', { n: editor.selection.nodes.length }) : translate('designer.panel.none')} text={translate('designer.panel.noneText')} />
        ) : (
          <Box component="fieldset" disabled={isReadOnly} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
            <StepPanel key={node.id} node={node} context={settings} findings={found.findings.filter(({ nodes }) => nodes[0] === node.id)} onChange={editor.change} canMend={commands.canMend} onMend={commands.mend} />
          </Box>
        )}
      </Box>
    </>
  );
}

function WideButton({ isWide, onWide }: { readonly isWide: boolean; readonly onWide: (isWide: boolean) => void }) {
  const translate = useTranslate();
  const label = translate(isWide ? 'designer.panel.narrow' : 'designer.panel.wide');
  const Icon = isWide ? NarrowIcon : WideIcon;
  return <Tooltip title={label}><IconButton size="small" aria-label={label} onClick={() => onWide(!isWide)} sx={{ mx: 0.5 }}><Icon fontSize="small" /></IconButton></Tooltip>;
}

/** On a phone the settings come over the outline, and what was found waits at the lower edge. */
function PhoneSheet({ found, isOpen, onOpen, onClose, children }: { readonly found: Findings; readonly isOpen: boolean; readonly onOpen: () => void; readonly onClose: () => void; readonly children: ReactNode }) {
  const translate = useTranslate();
  const errors = found.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <Box component="button" type="button" onClick={onOpen} sx={{ border: 0, borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', color: errors > 0 ? 'error.main' : 'text.primary', font: 'inherit', fontWeight: 600, p: 1.5, minHeight: 48, cursor: 'pointer' }}>
        {`${translate('designer.findings.title')}: ${errors > 0 ? translate('designer.findings.errors', { n: errors }) : translate('designer.findings.sound')}`}
      </Box>
      <Drawer anchor="bottom" open={isOpen} onClose={onClose} slotProps={{ paper: { sx: { maxHeight: '92dvh' }, role: 'dialog', 'aria-label': translate('designer.panel.sheet') } }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', pl: 2 }}>
          <Typography variant="h2">{translate('designer.panel.sheet')}</Typography>
          <IconButton aria-label={translate('designer.panel.close')} onClick={onClose}><CloseIcon /></IconButton>
        </Stack>
        {children}
      </Drawer>
    </>
  );
}
