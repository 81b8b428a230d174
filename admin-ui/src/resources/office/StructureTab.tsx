import { Box, Button, FormControlLabel, Paper, Stack, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Mark } from '../../components/marks';
import { onDemand } from '../../components/on-demand';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { type Branch, buildTree } from './tree';
import { TreeRow, ValidityMark } from './TreeRow';
import type { Organisation, PostDetail, TabProps, UnitDetail } from './types';
import { useOrganisation } from './use-office';

const CloseDialog = onDemand(() => import('./CloseDialog').then((module) => module.CloseDialog));
const ContactDialog = onDemand(() => import('./ContactDialog').then((module) => module.ContactDialog));
const PostDialog = onDemand(() => import('./PostDialog').then((module) => module.PostDialog));
const UnitDialog = onDemand(() => import('./UnitDialog').then((module) => module.UnitDialog));

type Opened =
  | { readonly kind: 'unit'; readonly unit: UnitDetail | null; readonly parentId: string | null }
  | { readonly kind: 'post'; readonly post: PostDetail | null; readonly unitId: string | null }
  | { readonly kind: 'closeUnit'; readonly unit: UnitDetail }
  | { readonly kind: 'closePost'; readonly post: PostDetail }
  | { readonly kind: 'contact' };

/** Units and posts of the office as a tree that can be searched and changed. */
export function StructureTab({ officeId }: TabProps) {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const organisation = useOrganisation(officeId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const words = filters['q'] ?? '';
  const withClosed = filters['closed'] === 'true';
  if (organisation.isPending) return <LoadingRows />;
  if (organisation.isError) return <ErrorState error={organisation.error} onRetry={() => void organisation.refetch()} />;
  const branches = buildTree(organisation.data, { words, withClosed });
  const toggle = (id: string): void => setShut((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id])));
  return (
    <>
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', mb: 2, alignItems: 'center' }}>
        <TextField type="search" label={translate('office.search')} value={words} onChange={(event) => change({ q: event.target.value })} sx={{ width: { xs: '100%', sm: 320 } }} />
        <FormControlLabel control={<Switch checked={withClosed} onChange={(_, isOn) => change({ closed: isOn ? 'true' : undefined })} />} label={translate('office.withClosed')} />
        <Box sx={{ flexGrow: 1 }} />
        <Button variant="outlined" onClick={() => setOpened({ kind: 'contact' })}>{translate('office.contact')}</Button>
        <Button variant="outlined" onClick={() => setOpened({ kind: 'post', post: null, unitId: null })}>{translate('office.newPost')}</Button>
        <Button variant="contained" onClick={() => setOpened({ kind: 'unit', unit: null, parentId: null })}>{translate('office.newUnit')}</Button>
      </Stack>
      {branches.length === 0 ? <EmptyState isFiltered={words !== ''} title={translate('office.nothingFound')} /> : (
        <Paper variant="outlined" sx={{ px: { xs: 0.5, sm: 1.5 } }}>
          <Branches branches={branches} isShut={(id) => words === '' && shut.has(id)} onToggle={toggle} onOpen={setOpened} />
        </Paper>
      )}
      <Dialogs organisation={organisation.data} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

type BranchProps = { readonly isShut: (id: string) => boolean; readonly onToggle: (id: string) => void; readonly onOpen: (opened: Opened) => void };

function Branches({ branches, ...rest }: BranchProps & { readonly branches: readonly Branch[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {branches.map((branch) => <BranchItem key={branch.unit.id} branch={branch} {...rest} />)}
    </Box>
  );
}

function BranchItem({ branch: { unit, posts, below }, isShut, onToggle, onOpen }: BranchProps & { readonly branch: Branch }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const isOpen = !isShut(unit.id);
  const isEnded = unit.state === 'ended';
  return (
    <li>
      <TreeRow
        name={localName(unit.name)}
        isBold
        isMuted={isEnded}
        detail={[unit.letterCode ?? '', unit.phone === '' ? '' : `${translate('office.field.phone')} ${unit.phone}`, unit.code].filter((text) => text !== '').join(' · ')}
        marks={<>{unit.isRegistry ? <Mark tone="info">{translate('office.registry')}</Mark> : null}<ValidityMark {...unit} /></>}
        open={isOpen}
        onToggle={() => onToggle(unit.id)}
        acts={[
          { label: translate('office.editUnit'), run: () => onOpen({ kind: 'unit', unit, parentId: null }) },
          ...(isEnded ? [] : [
            { label: translate('office.addPost'), run: () => onOpen({ kind: 'post', post: null, unitId: unit.id }) },
            { label: translate('office.addUnit'), run: () => onOpen({ kind: 'unit', unit: null, parentId: unit.id }) },
          ]),
          { label: translate(unit.validTo === null ? 'office.close' : 'office.reopen'), run: () => onOpen({ kind: 'closeUnit', unit }) },
        ]}
      />
      {isOpen ? (
        <Box sx={{ ml: { xs: 1.5, sm: 3 }, borderLeft: 2, borderColor: 'divider', pl: { xs: 0.5, sm: 1 } }}>
          {posts.length === 0 ? null : <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{posts.map((post) => <PostItem key={post.id} post={post} onOpen={onOpen} />)}</Box>}
          <Branches branches={below} isShut={isShut} onToggle={onToggle} onOpen={onOpen} />
        </Box>
      ) : null}
    </li>
  );
}

function PostItem({ post, onOpen }: { readonly post: PostDetail; readonly onOpen: (opened: Opened) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const holders = post.holders.map(({ name, capacity, isAbsent }) =>
    [capacity === 'own' ? '' : translate(`capacity.${capacity}`), localName(name), isAbsent ? `(${translate('people.absent')})` : ''].filter((text) => text !== '').join(' '));
  return (
    <li>
      <TreeRow
        name={localName(post.title)}
        isMuted={post.state === 'ended'}
        detail={[holders.length === 0 ? translate('office.vacant') : holders.join(', '), post.roles.map((role) => translate(`role.${role}`)).join(', ')].filter((text) => text !== '').join(' · ')}
        marks={<>{post.isUnitHead ? <Mark tone="calm">{translate('office.head')}</Mark> : null}{post.holders.length === 0 && post.state === 'inForce' ? <Mark tone="warm">{translate('office.vacantMark')}</Mark> : null}<ValidityMark {...post} /></>}
        acts={[
          { label: translate('office.editPost'), run: () => onOpen({ kind: 'post', post, unitId: null }) },
          { label: translate(post.validTo === null ? 'office.close' : 'office.reopen'), run: () => onOpen({ kind: 'closePost', post }) },
        ]}
      />
    </li>
  );
}

function Dialogs({ organisation, opened, onClose }: { readonly organisation: Organisation; readonly opened: Opened | null; readonly onClose: () => void }) {
  const api = useApi();
  const localName = useLocalName();
  if (opened === null) return null;
  if (opened.kind === 'unit') return <UnitDialog organisation={organisation} unit={opened.unit} parentId={opened.parentId} onClose={onClose} />;
  if (opened.kind === 'post') return <PostDialog organisation={organisation} post={opened.post} unitId={opened.unitId} onClose={onClose} />;
  if (opened.kind === 'contact') return <ContactDialog organisation={organisation} onClose={onClose} />;
  if (opened.kind === 'closeUnit') {
    const { unit } = opened;
    return <CloseDialog name={localName(unit.name)} rev={unit.rev} isClosed={unit.validTo !== null} send={(body) => api.closeUnit({ params: { id: unit.id }, body })} onClose={onClose} />;
  }
  const { post } = opened;
  return <CloseDialog name={localName(post.title)} rev={post.rev} isClosed={post.validTo !== null} send={(body) => api.closePost({ params: { id: post.id }, body })} onClose={onClose} />;
}
