import { TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { keys } from '../providers/data/keys';
import { onDemand } from './on-demand';

type Endpoints = typeof endpoints;
export type OfficeOption = ResponseOf<Endpoints['listOffices']>['items'][number];
export type UnitOption = ResponseOf<Endpoints['listUnits']>['items'][number];
export type PostOption = ResponseOf<Endpoints['listPosts']>['items'][number];
export type PersonOption = ResponseOf<Endpoints['listPersons']>['items'][number];

const LONG = 5 * 60_000;

export function useOffices() {
  const api = useApi();
  return useQuery({ queryKey: [...keys.directory, 'offices'], queryFn: ({ signal }) => api.listOffices({ signal }), staleTime: LONG });
}
export function useUnits(officeId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.directory, 'units', officeId], queryFn: ({ signal }) => api.listUnits({ query: officeId === undefined ? {} : { officeId }, signal }), staleTime: LONG });
}
export function usePosts(officeId: string | undefined, isWanted = true) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.people, 'posts', officeId], queryFn: ({ signal }) => api.listPosts({ query: officeId === undefined ? {} : { officeId }, signal }), staleTime: 60_000, enabled: isWanted });
}
export function usePersons(officeId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.people, 'persons', officeId], queryFn: ({ signal }) => api.listPersons({ query: officeId === undefined ? {} : { officeId }, signal }), staleTime: 60_000 });
}

type PickerProps = {
  readonly label: string;
  readonly value: string | null;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly isRequired?: boolean;
  readonly officeId?: string | undefined;
};
type Option = { readonly id: string };

export type PickerBoxProps<T extends Option> = Omit<PickerProps, 'value'> & {
  readonly options: readonly T[];
  readonly isLoading: boolean;
  readonly value: string | null;
  readonly titleOf: (option: T) => string;
  readonly detailOf?: (option: T) => string;
  /** Heading under which an entry stands; those of one heading stand together. */
  readonly groupOf?: (option: T) => string;
  readonly onChange: (option: T | null) => void;
};
export type SeveralProps = {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly options: readonly { readonly id: string; readonly title: string; readonly group?: string }[];
  readonly helperText?: string | undefined;
};

type Waiting = { readonly label: string; readonly helperText?: string | undefined };
/** The field's place is kept until the box has come. */
const Coming = ({ label, helperText }: Waiting) => <TextField label={label} helperText={helperText} disabled aria-busy />;

// Boxes that search while one types are a large script; a page is drawn before they come.
const boxes = () => import('./picker-boxes');
// The box takes whatever options it is given; what is made on demand has no type parameter of its own.
const PickerBox = onDemand(async () => (await boxes()).PickerBox as ComponentType<PickerBoxProps<Option>>, Coming);
const SeveralBox = onDemand<SeveralProps>(async () => (await boxes()).SeveralBox, Coming);
/** Fetches the boxes before they are shown. */
export const preloadPickers = (): Promise<unknown> => Promise.all([PickerBox.preload(), SeveralBox.preload()]);

/** Suggests entries while one types; whatever else a picker of this product picks from is built on it. */
export function Picker<T extends Option>(props: PickerBoxProps<T>) {
  const Box = PickerBox as unknown as ComponentType<PickerBoxProps<T>>;
  return <Box {...props} />;
}

export function UnitPicker({ onChange, officeId, exclude = [], ...rest }: PickerProps & { readonly exclude?: readonly string[]; readonly onChange: (unit: UnitOption | null) => void }) {
  const localName = useLocalName();
  const units = useUnits(officeId);
  return <Picker {...rest} options={(units.data?.items ?? []).filter(({ id }) => !exclude.includes(id))} isLoading={units.isPending} titleOf={({ name }) => localName(name)} onChange={onChange} />;
}

/** A post with whoever is in it now. */
export function PostPicker({ onChange, officeId, exclude = [], only, ...rest }: PickerProps & { readonly exclude?: readonly string[]; readonly only?: (post: PostOption) => boolean; readonly onChange: (post: PostOption | null) => void }) {
  const localName = useLocalName();
  const translate = useTranslate();
  const posts = usePosts(officeId);
  const holder = ({ holders }: PostOption): string =>
    holders.map(({ name, isAbsent }) => `${localName(name)}${isAbsent ? ` (${translate('people.absent')})` : ''}`).join(', ');
  const options = (posts.data?.items ?? []).filter((post) => !exclude.includes(post.id) && (only?.(post) ?? true));
  return (
    <Picker
      {...rest}
      options={options}
      isLoading={posts.isPending}
      titleOf={({ title }) => localName(title)}
      detailOf={(post) => [localName(post.unit), holder(post)].filter((text) => text !== '').join(' · ')}
      onChange={onChange}
    />
  );
}

export function PersonPicker({ onChange, officeId, ...rest }: PickerProps & { readonly onChange: (person: PersonOption | null) => void }) {
  const localName = useLocalName();
  const persons = usePersons(officeId);
  return (
    <Picker
      {...rest}
      options={persons.data?.items ?? []}
      isLoading={persons.isPending}
      titleOf={({ name }) => localName(name)}
      detailOf={({ posts }) => posts.map(({ title }) => localName(title)).join(', ')}
      onChange={onChange}
    />
  );
}

/** Several entries, as chips. */
export const SeveralPicker = (props: SeveralProps) => <SeveralBox {...props} />;

/** Several units, as chips. */
export function UnitsPicker({ units, ...rest }: Omit<SeveralProps, 'options'> & { readonly units: readonly { readonly id: string; readonly name: UnitOption['name'] }[] }) {
  const localName = useLocalName();
  return <SeveralBox {...rest} options={units.map(({ id, name }) => ({ id, title: localName(name) }))} />;
}
