import { Alert, FormControlLabel, Radio, RadioGroup, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { NAME_MAX } from '#domain/contracts/limits';
import type { DesignContext } from '#domain/contracts/route-design';
import { CODE } from '#domain/organisation/formats';
import { positionsOf } from '#domain/route/positions';
import type { RouteFile } from '#domain/route/route-file';
import { ActDialog } from '../../../components/ActDialog';
import { areWordsRight, Words } from '../../../components/form/Words';
import { LoadingRows } from '../../../components/states';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { Select } from '../panel/plain-editors';
import { useStartDraft } from '../use-start-draft';
import { useDesignContext } from '../use-designs';
import { BpmnField } from './BpmnField';
import { JsonField } from './JsonField';

const KINDS = ['empty', 'template', 'json', 'bpmn'] as const;
type Kind = (typeof KINDS)[number];
const isCode = (text: string): boolean => CODE.test(text.trim().toLowerCase());
type Body = Parameters<ReturnType<typeof useStartDraft>['mutate']>[0];
type Positions = Extract<Body['from'], { kind: 'template' }>['positions'];

/** A new route: from nothing, from a route of an office above with its positions exchanged, or from a file. */
export function StartDialog({ officeId, taken, onClose }: { readonly officeId: string; readonly taken: readonly string[]; readonly onClose: () => void }) {
  const translate = useTranslate();
  const start = useStartDraft();
  const design = useDesignContext(officeId).data;
  const [kind, setKind] = useState<Kind>('empty');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [versionId, setVersionId] = useState<string>();
  const [positions, setPositions] = useState<Positions>({ posts: {}, units: {} });
  const [imported, setImported] = useState<RouteFile | null>(null);
  const template = design?.templates.find((each) => each.versionId === versionId);
  const codeProblem = kind === 'empty' && taken.includes(code.trim()) ? 'routes.codeTaken' : code.trim() === '' || isCode(code) ? null : 'validation.codeFormat';
  const from = fromOf({ kind, name, code, versionId, positions, imported });
  return (
    <ActDialog title={translate('routes.new')} confirmLabel={translate('routes.start')} isRunning={start.isPending} error={start.error} isWide canConfirm={from !== null && codeProblem === null} onConfirm={() => from !== null && start.mutate({ officeId, from })} onClose={onClose}>
      <RadioGroup value={kind} onChange={(_, next) => { setImported(null); setKind(KINDS.find((each) => each === next) ?? 'empty'); }} aria-label={translate('routes.new')}>
        {KINDS.map((each) => <FormControlLabel key={each} value={each} control={<Radio />} label={translate(`routes.from.${each}`)} />)}
      </RadioGroup>
      {kind === 'empty' ? <Words label={translate('designer.describe.name')} value={name} isRequired max={NAME_MAX} onChange={setName} /> : null}
      {kind === 'template' ? <TemplateFields design={design} officeId={officeId} versionId={versionId} positions={positions} onVersion={(id) => { setVersionId(id); setPositions({ posts: {}, units: {} }); setCode(design?.templates.find((each) => each.versionId === id)?.code ?? code); }} onPositions={setPositions} /> : null}
      {kind === 'bpmn' ? <BpmnField onImported={setImported} /> : null}
      {kind === 'json' ? <JsonField imported={imported} onImported={setImported} /> : null}
      <TextField label={translate('routes.code')} value={code} required error={codeProblem !== null} helperText={translate(codeProblem ?? 'routes.codeHelp')} onChange={(event) => setCode(event.target.value)} />
      {kind === 'template' && template !== undefined && taken.includes(code.trim()) ? <Alert severity="info">{translate('routes.codeAgain')}</Alert> : null}
    </ActDialog>
  );
}

function fromOf({ kind, name, code, versionId, positions, imported }: { readonly kind: Kind; readonly name: string; readonly code: string; readonly versionId: string | undefined; readonly positions: Positions; readonly imported: RouteFile | null }): Body['from'] | null {
  if (code.trim() === '') return null;
  if (kind === 'empty') return !areWordsRight(name, { max: NAME_MAX, isRequired: true }) ? null : { kind, code: code.trim(), nameTh: name.trim() };
  if (kind === 'template') return versionId === undefined ? null : { kind, versionId, code: code.trim(), positions };
  return imported === null ? null : { kind: 'json', code: code.trim(), definition: imported.route, layout: imported.layout };
}

/** Which route, and its positions beside those of this office, all on one screen. */
function TemplateFields({ design, officeId, versionId, positions, onVersion, onPositions }: { readonly design: DesignContext | undefined; readonly officeId: string; readonly versionId: string | undefined; readonly positions: Positions; readonly onVersion: (id: string | undefined) => void; readonly onPositions: (positions: Positions) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const version = useQuery({ queryKey: [...keys.routeDesigns, 'version', versionId], queryFn: ({ signal }) => api.routeVersion({ params: { id: versionId ?? '' }, signal }), enabled: versionId !== undefined });
  if (design === undefined) return <LoadingRows rows={2} />;
  if (design.templates.length === 0) return <Alert severity="info">{translate('routes.noTemplates')}</Alert>;
  const foreign = version.data === undefined || version.data.route.officeId === officeId ? null : positionsOf(version.data.definition.nodes);
  const called = (what: 'posts' | 'units', code: string): string => {
    const name = version.data?.places[what][code];
    return name === undefined ? code : localName(name);
  };
  const map = (what: 'posts' | 'units', from: string, to: string | undefined): void => {
    const { [from]: _before, ...rest } = positions[what];
    onPositions({ ...positions, [what]: to === undefined ? rest : { ...rest, [from]: to } });
  };
  const posts = design.posts.map(({ code, title, unit }) => ({ value: code, label: unit === null ? localName(title) : `${localName(title)} (${localName(unit)})` }));
  const units = design.units.map((unit) => ({ value: unit.code, label: localName(unit.name) }));
  return (
    <>
      <Select label={translate('routes.template')} value={versionId} options={design.templates.map((each) => ({ value: each.versionId, label: `${localName(each.name)} (${localName(each.office.name)})` }))} onChange={onVersion} isRequired={false} />
      {version.isFetching ? <LoadingRows rows={2} /> : null}
      {foreign === null || foreign.postCodes.length + foreign.unitCodes.length === 0 ? null : (
        <Stack spacing={1.5} component="section" aria-label={translate('routes.positions')}>
          <Typography variant="h3">{translate('routes.positions')}</Typography>
          <Typography variant="body2" color="text.secondary">{translate('routes.positionsText')}</Typography>
          {foreign.postCodes.map((code) => <Select key={`p${code}`} label={translate('routes.postThere', { code: called('posts', code) })} value={positions.posts[code]} options={posts} isRequired={false} onChange={(to) => map('posts', code, to)} />)}
          {foreign.unitCodes.map((code) => <Select key={`u${code}`} label={translate('routes.unitThere', { code: called('units', code) })} value={positions.units[code]} options={units} isRequired={false} onChange={(to) => map('units', code, to)} />)}
        </Stack>
      )}
    </>
  );
}
