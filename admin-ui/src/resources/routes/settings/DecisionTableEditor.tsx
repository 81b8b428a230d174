import AddIcon from '@mui/icons-material/Add';
import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DragIcon from '@mui/icons-material/DragIndicator';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, FormHelperText, IconButton, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { tableToCsv } from '#domain/route/exchange/table-csv';
import { tableToDmn } from '#domain/route/exchange/table-dmn';
import { FACTS, findFact } from '#domain/route/facts';
import type { DecisionTable, FactValue } from '#domain/route/model';
import { sayCell, sayValue } from '#domain/route/say';
import { type TableFacts, tableFacts } from '#domain/route/verify/tables';
import { keepFile } from '../../../components/keep-file';
import { Mark } from '../../../components/marks';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { Select, Several } from '../panel/plain-editors';
import type { Choice, SettingsContext } from '../panel/types';
import { CellDialog, type OpenCell } from './CellDialog';
import { addRow, moveRow, removeRow, setInputs, setOutputs, setThen, setWhen } from './table-edits';

/** What the table sets, where that is no fact of the letter: the office's tables set a route. */
export type FixedOutput = { readonly name: string; readonly label: string; readonly choices: readonly Choice[] };
type Props = {
  readonly table: DecisionTable;
  readonly onChange: (table: DecisionTable) => void;
  readonly context: SettingsContext;
  readonly label: string;
  readonly output?: FixedOutput;
  /** Hit policies that may be chosen. */
  readonly policies?: readonly DecisionTable['hitPolicy'][];
  readonly isReadOnly?: boolean;
  readonly error?: string | undefined;
};
const POLICIES = ['first', 'unique', 'collect'] as const;

/** A decision table as a grid: rows moved by keys and by dragging, cells picked by the kind of field, gaps and overlaps in their place. */
export function DecisionTableEditor({ table, onChange, context, label, output, policies = POLICIES, isReadOnly = false, error }: Props) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const [cell, setCell] = useState<OpenCell>();
  const facts = tableFacts(table);
  const title = (name: string): string => (output?.name === name ? output.label : localName(findFact(name)) || name);
  const sayThen = (name: string, value: FactValue): string => (output?.name === name ? (output.choices.find(({ id }) => id === value)?.title ?? String(value ?? '–')) : sayValue(name, value, context.words));
  const all = Object.entries(FACTS).map(([id, fact]) => ({ id, title: localName(fact), isSettable: fact.isSettable }));
  return (
    <Stack spacing={1.5} role="group" aria-label={label}>
      {isReadOnly ? null : (
        // Beside one another where there is room: the settings of a step are narrow, the page of the office's tables is wide.
        <Stack spacing={1.5} direction="row" useFlexGap sx={{ flexWrap: 'wrap', '& > *': { flex: '1 1 240px', minWidth: 0 } }}>
          <Several label={translate('routeSetting.table.inputs')} value={table.inputs} choices={all} onChange={(names) => names.length > 0 && onChange(setInputs(table, names))} />
          {output === undefined ? <Several label={translate('routeSetting.table.outputs')} value={table.outputs} choices={all.filter(({ isSettable }) => isSettable)} onChange={(names) => names.length > 0 && onChange(setOutputs(table, names))} /> : null}
          {policies.length < 2 ? null : <Select label={translate('routeSetting.table.policy')} value={table.hitPolicy} options={policies.map((value) => ({ value, label: translate(`routeSetting.table.${value}`) }))} onChange={(value) => onChange({ ...table, hitPolicy: policies.find((each) => each === value) ?? table.hitPolicy })} />}
        </Stack>
      )}
      <Grid table={table} facts={facts} onChange={onChange} title={title} sayThen={sayThen} context={context} isReadOnly={isReadOnly} label={label} onOpen={setCell} />
      <Gaps facts={facts} table={table} title={title} context={context} />
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {isReadOnly ? null : <Button size="small" variant="outlined" startIcon={<AddIcon />} onClick={() => onChange(addRow(table))}>{translate('routeSetting.table.addRow')}</Button>}
        <Button size="small" startIcon={<DownloadIcon />} onClick={() => keepFile({ name: `${label}.csv`, blob: new Blob([tableToCsv(table, context.words, output === undefined ? {} : { [output.name]: { label: output.label, value: (value) => sayThen(output.name, value) } })], { type: 'text/csv;charset=utf-8' }) })}>CSV</Button>
        <Button size="small" startIcon={<DownloadIcon />} onClick={() => keepFile({ name: `${label}.dmn`, blob: new Blob([tableToDmn(table, { id: 'table', name: label })], { type: 'application/xml' }) })}>DMN 1.3</Button>
      </Stack>
      {isReadOnly ? null : <FormHelperText error={error !== undefined}>{error ?? translate('routeSetting.table.keys')}</FormHelperText>}
      {cell === undefined ? null : (
        <CellDialog
          cell={cell}
          table={table}
          context={context}
          title={`${title(cell.name)} · ${translate('routeSetting.table.row', { n: format.number(table.rules.findIndex(({ id }) => id === cell.rule) + 1) })}`}
          choices={output?.name === cell.name ? output.choices : null}
          onWhen={(next) => onChange(setWhen(table, cell.rule, cell.at, next))}
          onThen={(next) => onChange(setThen(table, cell.rule, cell.at, next))}
          onClose={() => setCell(undefined)}
        />
      )}
    </Stack>
  );
}

type GridProps = {
  readonly table: DecisionTable;
  readonly facts: TableFacts;
  readonly onChange: (table: DecisionTable) => void;
  readonly title: (name: string) => string;
  readonly sayThen: (name: string, value: FactValue) => string;
  readonly context: SettingsContext;
  readonly isReadOnly: boolean;
  readonly label: string;
  readonly onOpen: (cell: OpenCell) => void;
};

function Grid({ table, facts, onChange, title, sayThen, context, isReadOnly, label, onOpen }: GridProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [dragged, setDragged] = useState<string>();
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (id: string, to: number): void => {
    onChange(moveRow(table, id, to));
    // The row takes the focus along.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent, id: string, at: number): void => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: table.rules.length - 1 }[event.code];
    if (to === undefined) return;
    event.preventDefault();
    move(id, to);
  };
  const dropOn = (event: DragEvent, at: number): void => {
    event.preventDefault();
    if (dragged !== undefined) move(dragged, at);
    setDragged(undefined);
  };
  return (
    <Box sx={{ overflowX: 'auto', position: 'relative' }} tabIndex={0} role="region" aria-label={translate('routeSetting.table.grid', { label })}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('routeSetting.table.no')}</TableCell>
            {table.inputs.map((name) => <TableCell key={`in ${name}`}>{title(name)}</TableCell>)}
            {table.outputs.map((name) => <TableCell key={`out ${name}`} sx={{ fontWeight: 700 }}>{`→ ${title(name)}`}</TableCell>)}
            {isReadOnly ? null : <TableCell><Box component="span" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>{translate('routeSetting.table.acts')}</Box></TableCell>}
          </TableRow>
        </TableHead>
        <TableBody ref={body}>
          {table.rules.map((rule, at) => {
            const n = format.number(at + 1);
            return (
              <TableRow key={rule.id} onDragOver={(event) => dragged !== undefined && event.preventDefault()} onDrop={(event) => dropOn(event, at)} sx={dragged === rule.id ? { opacity: 0.5 } : {}}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {isReadOnly ? n : (
                    <Button size="small" color="inherit" data-handle={rule.id} draggable startIcon={<DragIcon />} aria-label={translate('routeSetting.table.handle', { n })} aria-keyshortcuts="ArrowUp ArrowDown Home End" onKeyDown={(event) => onKey(event, rule.id, at)} onDragStart={() => setDragged(rule.id)} onDragEnd={() => setDragged(undefined)} sx={{ minWidth: 0, cursor: 'grab' }}>{n}</Button>
                  )}
                  <RowMarks facts={facts} table={table} id={rule.id} />
                </TableCell>
                {rule.when.map((when, column) => {
                  const name = table.inputs[column] ?? '';
                  const said = when === null ? translate('officeRoute.any') : sayCell(name, when, context.words);
                  return <Cell key={`in ${column}`} said={said} isAny={when === null} label={translate('routeSetting.table.cell', { n, name: title(name), said })} onOpen={isReadOnly ? null : () => onOpen({ rule: rule.id, part: 'when', at: column, name })} />;
                })}
                {rule.then.map((value, column) => {
                  const name = table.outputs[column] ?? '';
                  const said = sayThen(name, value);
                  return <Cell key={`out ${column}`} said={said} isStrong label={translate('routeSetting.table.cell', { n, name: title(name), said })} onOpen={isReadOnly ? null : () => onOpen({ rule: rule.id, part: 'then', at: column, name })} />;
                })}
                {isReadOnly ? null : (
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    <IconButton size="small" disabled={at === 0} aria-label={translate('routeSetting.table.up', { n })} onClick={() => move(rule.id, at - 1)}><UpIcon fontSize="small" /></IconButton>
                    <IconButton size="small" disabled={at === table.rules.length - 1} aria-label={translate('routeSetting.table.down', { n })} onClick={() => move(rule.id, at + 1)}><DownIcon fontSize="small" /></IconButton>
                    <IconButton size="small" disabled={table.rules.length === 1} aria-label={translate('routeSetting.table.removeRow', { n })} onClick={() => onChange(removeRow(table, rule.id))}><DeleteIcon fontSize="small" /></IconButton>
                  </TableCell>
                )}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cell({ said, label, onOpen, isAny = false, isStrong = false }: { readonly said: string; readonly label: string; readonly onOpen: (() => void) | null; readonly isAny?: boolean; readonly isStrong?: boolean }) {
  const text = <Typography component="span" variant="body2" sx={{ color: isAny ? 'text.secondary' : 'text.primary', fontWeight: isStrong ? 600 : 400 }}>{said}</Typography>;
  return <TableCell sx={{ minWidth: 96 }}>{onOpen === null ? text : <Button size="small" color="inherit" aria-label={label} onClick={onOpen} sx={{ justifyContent: 'flex-start', textAlign: 'start', minWidth: 88, minHeight: 36 }}>{text}</Button>}</TableCell>;
}

/** What is wrong with this very row. */
function RowMarks({ facts, table, id }: { readonly facts: TableFacts; readonly table: DecisionTable; readonly id: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const beside = facts.overlaps.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : [])).map((other) => format.number(table.rules.findIndex((rule) => rule.id === other) + 1));
  return (
    <Box sx={{ whiteSpace: 'normal' }}>
      {facts.dead?.includes(id) === true ? <Mark tone="warm">{translate('routeSetting.table.dead')}</Mark> : null}
      {beside.length === 0 ? null : <Mark tone="hot">{translate('routeSetting.table.overlaps', { rows: beside.join(', ') })}</Mark>}
    </Box>
  );
}

function Gaps({ facts, table, title, context }: { readonly facts: TableFacts; readonly table: DecisionTable; readonly title: (name: string) => string; readonly context: SettingsContext }) {
  const translate = useTranslate();
  if (facts.isComplete === null) return <Alert severity="info">{translate('routeSetting.table.tooMany')}</Alert>;
  if (facts.isComplete) return null;
  const sayOne = (name: string, value: FactValue): string => {
    // Values made up to stand for all that no row names.
    if (typeof value === 'string' && (value === '' || value.includes('\u0000'))) return translate('routeSetting.table.another');
    return value === null ? translate('routeSetting.table.unknown') : Array.isArray(value) && value.length === 0 ? translate('routeSetting.table.another') : sayValue(name, value, context.words);
  };
  return (
    <Alert severity="warning">
      {translate('routeSetting.table.gaps')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {facts.gaps.map((gap) => <li key={JSON.stringify(gap)}>{[...new Set(table.inputs)].map((name) => `${title(name)}: ${sayOne(name, gap[name] ?? null)}`).join(' · ')}</li>)}
      </Box>
    </Alert>
  );
}
