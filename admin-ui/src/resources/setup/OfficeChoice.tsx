import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Role } from '#domain/letter/vocabulary';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { useOffices } from '../../components/pickers';

type Option = { readonly id: string; readonly name: { readonly th: string; readonly en: string } };

/** Offices in which the reader has one of these roles; an inspector's are the own one and those below it. */
export function useMyOffices(roles: readonly Role[], wanted: string | undefined): { readonly offices: readonly Option[]; readonly officeId: string | undefined } {
  const posts = (useSession()?.posts ?? []).filter((post) => post.roles.some((role) => roles.includes(role)));
  const inspects = roles.includes('inspector') && posts.some((post) => post.roles.includes('inspector'));
  const all = useOffices();
  const own = [...new Map(posts.map(({ office }) => [office.id, office])).values()];
  const below = inspects ? (all.data?.items ?? []).filter(({ parentId, isLinked }) => isLinked && own.some(({ id }) => id === parentId)) : [];
  const offices: readonly Option[] = [...own, ...below.filter(({ id }) => !own.some((each) => each.id === id))];
  return { offices, officeId: offices.find(({ id }) => id === wanted)?.id ?? offices[0]?.id };
}

/** Which of several offices a page is about; nothing to choose where there is one. */
export function OfficeChoice({ roles, value, onChange }: { readonly roles: readonly Role[]; readonly value: string | undefined; readonly onChange: (id: string) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { offices } = useMyOffices(roles, value);
  if (offices.length < 2) return null;
  return (
    <TextField select label={translate('field.office')} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      {offices.map((office) => <MenuItem key={office.id} value={office.id}>{localName(office.name)}</MenuItem>)}
    </TextField>
  );
}
