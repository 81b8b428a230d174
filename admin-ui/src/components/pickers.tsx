import { Autocomplete, Chip, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { useLocalName } from '../providers/auth/use-session';
import { useApi } from '../providers/data/data-provider';
import { keys } from '../providers/data/keys';

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
export function usePosts(officeId: string | undefined) {
  const api = useApi();
  return useQuery({ queryKey: [...keys.people, 'posts', officeId], queryFn: ({ signal }) => api.listPosts({ query: officeId === undefined ? {} : { officeId }, signal }), staleTime: 60_000 });
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

/** Suggests entries while one types; whatever else a picker of this product picks from is built on it. */
export function Picker<T extends Option>(props: Omit<PickerProps, 'value'> & {
  readonly options: readonly T[];
  readonly isLoading: boolean;
  readonly value: string | null;
  readonly titleOf: (option: T) => string;
  readonly detailOf?: (option: T) => string;
  readonly onChange: (option: T | null) => void;
}) {
  const translate = useTranslate();
  const { options, titleOf, detailOf } = props;
  return (
    <Autocomplete
      options={options}
      loading={props.isLoading}
      value={options.find(({ id }) => id === props.value) ?? null}
      onChange={(_, option) => props.onChange(option)}
      getOptionLabel={titleOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all, { inputValue }) => {
        const words = inputValue.trim().toLowerCase();
        return words === '' ? all : all.filter((option) => `${titleOf(option)} ${detailOf?.(option) ?? ''}`.toLowerCase().includes(words));
      }}
      renderOption={({ key, ...rest }, option) => (
        <li key={key} {...rest}>
          <span>
            {titleOf(option)}
            {detailOf === undefined ? null : <small style={{ display: 'block', opacity: 0.75 }}>{detailOf(option)}</small>}
          </span>
        </li>
      )}
      autoHighlight
      handleHomeEndKeys
      noOptionsText={translate('picker.none')}
      loadingText={translate('ra.page.loading')}
      clearText={translate('ra.action.clear_input_value')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      renderInput={(params) => <TextField {...params} label={props.label} required={props.isRequired ?? false} error={props.error !== undefined} helperText={props.error ?? props.helperText} />}
    />
  );
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

/** Several units, as chips. */
export function UnitsPicker({ label, value, onChange, units, helperText }: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly units: readonly { readonly id: string; readonly name: UnitOption['name'] }[];
  readonly helperText?: string;
}) {
  const localName = useLocalName();
  const translate = useTranslate();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={units}
      value={units.filter(({ id }) => value.includes(id))}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      getOptionLabel={({ name }) => localName(name)}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={translate('picker.none')}
      clearText={translate('ra.action.clear_input_value')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      renderValue={(chosen, getItemProps) => chosen.map((unit, index) => {
        const { key, ...rest } = getItemProps({ index });
        return <Chip key={key} size="small" label={localName(unit.name)} {...rest} />;
      })}
      renderInput={(params) => <TextField {...params} label={label} helperText={helperText} />}
    />
  );
}
