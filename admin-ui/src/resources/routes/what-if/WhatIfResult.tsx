import MoreIcon from '@mui/icons-material/ArrowUpwardOutlined';
import LessIcon from '@mui/icons-material/ArrowDownwardOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, List, ListItem, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { keepFile } from '../../../components/keep-file';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';
import { toCsv } from './to-csv';
import { TriedLetters } from './TriedLetters';
import { useSaid, type WhatIfDone, type WhatIfResult as Result } from './use-what-if';

/** What came of the letters of a span. */
export function WhatIfResult({ run, draftId }: { readonly run: WhatIfDone; readonly draftId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const { result } = run;
  const said = useSaid(result);
  const title = translate('whatIf.result', { from: format.longDate(run.from), to: format.longDate(run.to) });
  return (
    <Stack spacing={2}>
      {run.isCurrent ? null : <Alert severity="warning">{translate('whatIf.changed')}</Alert>}
      <Panel title={title} actions={<Button size="small" startIcon={<DownloadIcon />} onClick={() => keepFile({ name: `${translate('whatIf.file')} ${run.from} ${run.to}.csv`, blob: new Blob([toCsv(result, { translate, localName })], { type: 'text/csv;charset=utf-8' }) })}>{translate('whatIf.export')}</Button>}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>{translate('whatIf.by', { name: localName(run.by.name), at: format.dateTime(run.startedAt) })}</Typography>
        <Figures result={result} />
      </Panel>
      <Panel title={translate('whatIf.paths.title')}>
        {result.differences.length === 0 ? <Typography>{translate('whatIf.paths.none')}</Typography> : <Lines rows={result.differences.map((each) => ({ text: said.difference(each), count: each.count }))} label={translate('whatIf.paths.title')} />}
      </Panel>
      {result.reasons.length === 0 ? null : <Panel title={translate('whatIf.reasons.title')}><Lines rows={result.reasons.map(({ code, nodeId, count }) => ({ text: said.reason(code, nodeId), count }))} label={translate('whatIf.reasons.title')} /></Panel>}
      <Steps result={result} />
      <Posts result={result} />
      <TriedLetters run={run} draftId={draftId} />
    </Stack>
  );
}

function Figures({ result: { letters, late, time, ...result } }: { readonly result: Result }) {
  const translate = useTranslate();
  const format = useFormat();
  const { span } = useSaid(result);
  const { number } = format;
  const figures: readonly { readonly key: string; readonly value: ReactNode; readonly more?: string }[] = [
    { key: 'total', value: number(letters.total) }, { key: 'same', value: number(letters.same) }, { key: 'other', value: number(letters.other) }, { key: 'cannot', value: number(letters.cannot) },
    { key: 'late', value: <Sides then={number(late.then)} now={number(late.now)} />, more: [translate('whatIf.figure.became', { n: number(late.became) }), translate('whatIf.figure.noLonger', { n: number(late.noLonger) })].join(' · ') },
    ...(time === null ? [] : [{ key: 'time', value: <Sides then={span(time.then.median)} now={span(time.now.median)} />, more: translate('whatIf.figure.ofEnded', { then: span(time.then.mean), now: span(time.now.mean), n: number(time.now.letters) }) }]),
  ];
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(auto-fit, minmax(240px, 1fr))' }, gap: 1.5, m: 0 }}>
      {figures.map(({ key, value, more }) => (
        <Box key={key} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25, gridColumn: { xs: more === undefined ? 'auto' : '1 / -1', sm: 'auto' } }}>
          <Typography component="dt" variant="body2" color="text.secondary">{translate(`whatIf.figure.${key}`)}</Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.2rem', fontWeight: 600 }}>{value}</Typography>
          {more === undefined ? null : <Typography component="dd" variant="body2" sx={{ m: 0 }}>{more}</Typography>}
        </Box>
      ))}
    </Box>
  );
}

function Sides({ then, now }: { readonly then: string; readonly now: string }) {
  const translate = useTranslate();
  return <><Box component="span" sx={{ fontWeight: 400, fontSize: '0.9rem' }}>{translate('whatIf.then')} </Box>{then}<Box component="span" sx={{ fontWeight: 400, fontSize: '0.9rem' }}> · {translate('whatIf.now')} </Box>{now}</>;
}

function Lines({ rows, label }: { readonly rows: readonly { readonly text: string; readonly count: number }[]; readonly label: string }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <List dense disablePadding aria-label={label}>
      {rows.map(({ text, count }) => (
        <ListItem key={text} disableGutters sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
          <Typography sx={{ fontWeight: 600, minWidth: 72 }}>{translate('whatIf.paths.count', { n: format.number(count) })}</Typography>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{text}</Typography>
        </ListItem>
      ))}
    </List>
  );
}

/** More, less or as much, in words and by an arrow. */
function Change({ by, say }: { readonly by: number; readonly say: (n: number) => string }) {
  const translate = useTranslate();
  if (by === 0) return <Typography component="span" variant="body2" color="text.secondary">{translate('whatIf.change.same')}</Typography>;
  const Icon = by > 0 ? MoreIcon : LessIcon;
  return <Typography component="span" variant="body2" sx={{ display: 'inline-flex', alignItems: 'center', fontWeight: 600 }}><Icon fontSize="inherit" />{translate(by > 0 ? 'whatIf.change.more' : 'whatIf.change.less', { n: say(Math.abs(by)) })}</Typography>;
}

type Side = Result['posts'][number]['then'];

/** What changes for a post: how often it is asked, and how long letters lie there. */
function Changes({ then, now, say }: { readonly then: Side; readonly now: Side; readonly say: { readonly tasks: (n: number) => string; readonly minutes: (n: number) => string } }) {
  const [tasks, minutes] = [now.tasks - then.tasks, now.minutes - then.minutes];
  if (tasks === 0 && minutes === 0) return <Box><Change by={0} say={say.tasks} /></Box>;
  return <><Box><Change by={tasks} say={say.tasks} /></Box><Box><Change by={minutes} say={say.minutes} /></Box></>;
}

const CELL = { px: { xs: 0.75, sm: 2 }, verticalAlign: 'top', overflowWrap: 'anywhere' } as const;

function Sheet({ title, first, children, help }: { readonly title: string; readonly first: string; readonly children: ReactNode; readonly help?: string }) {
  const translate = useTranslate();
  return (
    <Panel title={title}>
      {help === undefined ? null : <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{help}</Typography>}
      <Table size="small" aria-label={title} sx={{ tableLayout: 'fixed' }}>
        <TableHead><TableRow>{[first, translate('whatIf.then'), translate('whatIf.now')].map((text) => <TableCell key={text} sx={CELL}>{text}</TableCell>)}</TableRow></TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </Panel>
  );
}

function Steps({ result }: { readonly result: Result }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const { span } = useSaid(result);
  const side = ({ tasks, median }: Result['steps'][number]['then']): ReactNode => (
    <>
      <Box>{translate('whatIf.steps.tasks', { n: format.number(tasks) })}</Box>
      <Box>{median === null ? translate('whatIf.steps.noTime') : translate('whatIf.steps.median', { span: span(median) })}</Box>
    </>
  );
  return (
    <Sheet title={translate('whatIf.steps.title')} first={translate('whatIf.steps.step')} help={translate('whatIf.steps.help')}>
      {result.steps.map(({ nodeId, name, then, now, sources }) => (
        <TableRow key={nodeId}>
          <TableCell component="th" scope="row" sx={CELL}>{localName(name)}</TableCell>
          <TableCell sx={CELL}>{side(then)}</TableCell>
          <TableCell sx={CELL}>
            {side(now)}
            {now.tasks === 0 ? null : (
              <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
                {([['measured', sources.recorded], ['estimated', sources.post + sources.kind], ['assumed', sources.assumed]] as const).filter(([, n]) => n > 0).map(([key, n]) => translate(`whatIf.steps.${key}`, { n: format.number(n) })).join(' · ')}
              </Typography>
            )}
          </TableCell>
        </TableRow>
      ))}
    </Sheet>
  );
}

/** Posts shown before one asks for all. */
const FIRST = 12;

function Posts({ result }: { readonly result: Result }) {
  const translate = useTranslate();
  const format = useFormat();
  const localName = useLocalName();
  const { span } = useSaid(result);
  const [isAll, setAll] = useState(false);
  const ranked = result.posts.toSorted((a, b) => Math.abs(b.now.minutes - b.then.minutes) - Math.abs(a.now.minutes - a.then.minutes));
  const side = ({ tasks, minutes }: Side): string => translate('whatIf.posts.work', { n: format.number(tasks), span: span(minutes) });
  return (
    <>
      <Sheet title={translate('whatIf.posts.title')} first={translate('whatIf.posts.post')}>
        {ranked.slice(0, isAll ? ranked.length : FIRST).map(({ post, then, now }, i) => (
          <TableRow key={post?.id ?? i}>
            <TableCell component="th" scope="row" sx={CELL}>{post === null ? translate('whatIf.posts.gone') : localName(post.title)}</TableCell>
            <TableCell sx={CELL}>{side(then)}</TableCell>
            <TableCell sx={CELL}>{side(now)}<Changes then={then} now={now} say={{ tasks: (n) => translate('whatIf.posts.tasks', { n: format.number(n) }), minutes: span }} /></TableCell>
          </TableRow>
        ))}
      </Sheet>
      {isAll || ranked.length <= FIRST ? null : <Button onClick={() => setAll(true)}>{translate('whatIf.posts.more', { n: format.number(ranked.length) })}</Button>}
    </>
  );
}
