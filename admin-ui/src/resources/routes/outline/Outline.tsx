import AddIcon from '@mui/icons-material/AddOutlined';
import ConnectIcon from '@mui/icons-material/ArrowForwardOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import RenameIcon from '@mui/icons-material/EditOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import { Box, Button, Chip, IconButton, Link, Stack, Tooltip, Typography } from '@mui/material';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { NodeId } from '#domain/route/model';
import { stepForms } from '#domain/route/steps/forms';
import { EmptyState } from '../../../components/states';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { useDesigner } from '../designer-context';
import { only } from '../editor/editor-state';
import { useCoveredText } from '../editor/outcome-text';
import { type OutlineRow, outlineRows } from './outline-rows';

/** The route as a list, with every command of the canvas: nothing here needs a pointer. */
export function Outline() {
  const translate = useTranslate();
  const { editor, ask, isReadOnly } = useDesigner();
  const { route } = editor.draft;
  const rows = useMemo(() => outlineRows(route), [route]);
  const list = useRef<HTMLOListElement>(null);
  const selected = editor.selection.nodes[0];
  const hadFocus = useRef(false);

  const focusOn = (id: NodeId | undefined): void => {
    if (id === undefined) return;
    editor.select(only(id));
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  // A command that selects another step (a new one, the one before a deleted one) takes the keyboard there.
  useEffect(() => {
    const row = selected === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"]`);
    if (hadFocus.current && row !== null && row !== undefined && document.activeElement !== row && !isElsewhere(list.current)) row.focus();
  }, [selected]);

  const move = (event: KeyboardEvent, at: number): void => {
    const to = MOVES[event.code]?.(at, rows.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusOn(rows[to]?.node.id);
  };
  if (rows.length === 0) {
    return (
      <EmptyState title={translate('designer.outline.empty')} text={translate('designer.canvas.emptyText')}>
        {isReadOnly ? null : <Button variant="contained" onClick={() => ask({ what: 'add' })}>{translate('designer.add.first')}</Button>}
      </EmptyState>
    );
  }
  return (
    <Box sx={{ p: { xs: 1, sm: 2 }, maxWidth: 860 }}>
      {isReadOnly ? null : <Typography variant="body2" color="text.secondary" id="outline-help" sx={{ mb: 1, display: { xs: 'none', sm: 'block' } }}>{translate('designer.outline.help')}</Typography>}
      <Stack component="ol" ref={list} aria-label={translate('designer.outline.label')} spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }} onFocus={() => { hadFocus.current = true; }}>
        {rows.map((row, at) => (
          <Row key={row.node.id} row={row} no={at + 1} isFirstUnreached={row.depth === null && rows[at - 1]?.depth !== null} isSelected={row.node.id === selected} isEntry={row.node.id === selected || (selected === undefined && at === 0)} onKeyDown={(event) => move(event, at)} onGo={focusOn} />
        ))}
      </Stack>
      {isReadOnly ? null : <Button startIcon={<AddIcon />} variant="outlined" sx={{ mt: 2 }} onClick={() => ask({ what: 'add' })}>{translate('designer.add.anywhere')}</Button>}
    </Box>
  );
}

const MOVES: { readonly [code: string]: (at: number, count: number) => number } = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1), ArrowUp: (at) => Math.max(at - 1, 0), Home: () => 0, End: (_at, count) => count - 1,
};

/** Somebody works in the settings or a dialog: the keyboard stays there. */
const isElsewhere = (list: HTMLElement | null): boolean => {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && list?.contains(activeElement) !== true;
};

type RowProps = {
  readonly row: OutlineRow;
  readonly no: number;
  readonly isSelected: boolean;
  /** Where the keyboard enters the list. */
  readonly isEntry: boolean;
  readonly isFirstUnreached: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onGo: (id: NodeId) => void;
};

function Row({ row, no, isSelected, isEntry, isFirstUnreached, onKeyDown, onGo }: RowProps) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const { editor, findingsOf, foreignOf, openSettings, played } = useDesigner();
  const { node } = row;
  const isPlayed = played?.at.includes(node.id) === true;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPlayed) line.current?.scrollIntoView({ block: 'center' });
  }, [isPlayed]);
  const found = findingsOf(node.id);
  const isError = found.some(({ severity }) => severity === 'error');
  return (
    <Box component="li" ref={line} data-played={isPlayed ? 'at' : played?.nodes.has(node.id) === true ? 'passed' : undefined}>
      {isFirstUnreached ? <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>{translate('designer.outline.unreached')}</Typography> : null}
      <Box sx={{ border: isSelected || isPlayed ? 2 : 1, borderColor: isSelected || isPlayed ? 'primary.main' : 'divider', borderRadius: 1.5, bgcolor: 'background.paper', p: 1 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', rowGap: 0.5 }}>
          <Button
            data-row={node.id}
            color="inherit"
            tabIndex={isEntry ? 0 : -1}
            aria-current={isSelected ? 'step' : undefined}
            onFocus={() => editor.select(only(node.id))}
            onClick={() => openSettings(node.id)}
            onKeyDown={onKeyDown}
            sx={{ justifyContent: 'flex-start', textAlign: 'start', flex: '1 1 200px', minWidth: 0 }}
          >
            <span>
              <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>{format.number(no)}</Box>
              {localName({ th: node.name, en: node.nameEn ?? '' })}
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, ml: 1 }}>{localName(stepForms[node.type].label)}</Box>
            </span>
          </Button>
          {foreignOf(node).length === 0 ? null : <Chip size="small" color="warning" variant="outlined" label={translate('designer.canvas.foreign')} />}
          {found.length === 0 ? null : <Chip size="small" color={isError ? 'error' : 'warning'} variant="outlined" label={`${translate(`designer.findings.${isError ? 'error' : 'warning'}`)} · ${translate('designer.outline.findings', { n: format.number(found.length) })}`} />}
          {isSelected ? <RowTools row={row} /> : null}
        </Stack>
        <Ways row={row} onGo={onGo} />
      </Box>
    </Box>
  );
}

/** Where the step leads, and what is still to be connected. */
function Ways({ row: { node, ways, open }, onGo }: { readonly row: OutlineRow; readonly onGo: (id: NodeId) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { editor, ask, outcomeText, isReadOnly, casesOn } = useDesigner();
  const covered = useCoveredText();
  const label = (outcome: string): string => outcomeText(node, outcome) || translate('designer.connect.next');
  if (ways.length + open.length === 0) return null;
  return (
    <Stack component="ul" spacing={0.25} sx={{ m: 0, mt: 0.5, pl: 4, listStyle: 'none', fontSize: 14 }}>
      {ways.map(({ edge, to, isBack }) => (
        <Stack key={edge.id} component="li" direction="row" spacing={0.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Link component="button" type="button" onClick={() => onGo(edge.to)} sx={{ textAlign: 'start' }}>
            {`→ ${translate('designer.outline.to', { outcome: label(edge.outcome), name: to === undefined ? edge.to : localName({ th: to.name, en: to.nameEn ?? '' }) })}${isBack ? ` ${translate('designer.outline.back')}` : ''}`}
          </Link>
          <Covered text={covered(casesOn(edge.id))} isNone={casesOn(edge.id) === 0} />
          {isReadOnly ? null : (
            <>
              <Tooltip title={translate('designer.act.insert')}><IconButton size="small" aria-label={`${translate('designer.act.insert')}: ${label(edge.outcome)} → ${to?.name ?? edge.to}`} onClick={() => ask({ what: 'insert', edgeId: edge.id })}><AddIcon sx={{ fontSize: 18 }} /></IconButton></Tooltip>
              <Tooltip title={translate('designer.act.disconnect')}><IconButton size="small" aria-label={`${translate('designer.act.disconnect')}: ${label(edge.outcome)} → ${to?.name ?? edge.to}`} onClick={() => editor.apply({ type: 'remove', nodes: [], edges: [edge.id] })}><DeleteIcon sx={{ fontSize: 18 }} /></IconButton></Tooltip>
            </>
          )}
        </Stack>
      ))}
      {open.map((outcome) => (
        <Box key={outcome} component="li">
          <Button size="small" color="warning" disabled={isReadOnly} onClick={() => ask({ what: 'connect', from: node.id })}>{`⚠ ${translate('designer.outline.open', { outcome: label(outcome) })}`}</Button>
        </Box>
      ))}
    </Stack>
  );
}

function Covered({ text, isNone }: { readonly text: string; readonly isNone: boolean }) {
  if (text === '') return null;
  return <Box component="span" data-covered={!isNone} sx={{ color: isNone ? 'warning.main' : 'success.main', fontSize: 13 }}>{`${isNone ? '⚠' : '✓'} ${text}`}</Box>;
}

function RowTools({ row: { node } }: { readonly row: OutlineRow }) {
  const translate = useTranslate();
  const { editor, ask, openSettings, isReadOnly } = useDesigner();
  if (isReadOnly) return null;
  const tools = [
    ...(node.type === 'end' ? [] : [{ label: 'designer.act.addNext', icon: AddIcon, run: () => ask({ what: 'next', from: node.id }) }, { label: 'designer.act.connect', icon: ConnectIcon, run: () => ask({ what: 'connect', from: node.id }) }]),
    { label: 'designer.act.settings', icon: SettingsIcon, run: () => openSettings(node.id) },
    { label: 'designer.act.rename', icon: RenameIcon, run: () => ask({ what: 'rename', nodeId: node.id }) },
    { label: 'designer.act.remove', icon: DeleteIcon, run: () => editor.remove(only(node.id)) },
  ];
  return (
    <Stack direction="row">
      {tools.map(({ label, icon: Icon, run }) => (
        <Tooltip key={label} title={translate(label)}><IconButton aria-label={`${translate(label)}: ${node.name}`} onClick={run}><Icon fontSize="small" /></IconButton></Tooltip>
      ))}
    </Stack>
  );
}
