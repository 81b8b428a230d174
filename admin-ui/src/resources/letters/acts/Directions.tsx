import { Alert, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import { Picker, SeveralPicker, usePosts } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { Favourites } from '../../desk/Favourites';
import type { ActValues, Target } from './act-values';

type PartProps = { readonly task: MyTask; readonly values: ActValues; readonly set: (part: Partial<ActValues>) => void };
type Option = Target & { readonly name: LocalName; readonly detail: string };

export function ActionWordSelect({ task, values, set }: PartProps) {
  const translate = useTranslate();
  return (
    <TextField select label={translate('act.action')} value={values.action} onChange={(event) => set({ action: task.form.actions.find((word) => word === event.target.value) ?? '' })}>
      {task.form.actions.map((word) => <MenuItem key={word} value={word}>{translate(`actionWord.${word}`)}</MenuItem>)}
    </TextField>
  );
}

/** One unit or post that acts, any number for information, and the action word. */
export function Directions({ letter, task, values, set, mainError }: PartProps & { readonly letter: LetterPage; readonly mainError: string | undefined }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { options, isLoading } = useTargets(task, letter.office.id);
  const proposed = task.form.units.find(({ isProposed }) => isProposed);
  const groupOf = ({ kind }: Target): string => translate(kind === 'unit' ? 'assign.units' : 'assign.posts');
  const toMain = (main: Target | null): void => set({ main: main === null ? null : { kind: main.kind, id: main.id }, infos: values.infos.filter(({ id }) => id !== main?.id) });
  const others = options.filter(({ id }) => id !== values.main?.id);
  return (
    <>
      {proposed === undefined ? null : <Alert severity="info">{translate('assign.proposed', { unit: localName(proposed.name) })}</Alert>}
      <Favourites targets={options} value={values.main} onChoose={toMain} />
      <Picker<Option>
        label={translate('assign.main')} isRequired options={options} isLoading={isLoading} value={values.main?.id ?? null} error={mainError}
        titleOf={({ name }) => localName(name)} detailOf={({ detail }) => detail} groupOf={groupOf} onChange={toMain}
      />
      <SeveralPicker
        label={translate('assign.infos')} value={values.infos.map(({ id }) => id)} options={others.map((each) => ({ id: each.id, title: localName(each.name), group: groupOf(each) }))}
        onChange={(ids) => set({ infos: ids.flatMap((id) => others.find((each) => each.id === id) ?? []).map(({ kind, id }) => ({ kind, id })) })}
      />
      {task.form.actions.length === 0 ? null : <ActionWordSelect task={task} values={values} set={set} />}
    </>
  );
}

/** Units of the office with their heads, then its posts with whoever is in them; never the post in which the task is done. */
function useTargets(task: MyTask, officeId: string): { readonly options: readonly Option[]; readonly isLoading: boolean } {
  const translate = useTranslate();
  const localName = useLocalName();
  const posts = usePosts(officeId);
  const units = task.form.units.map(({ id, name, head }): Option => ({ kind: 'unit', id, name, detail: head === null ? '' : localName(head) }));
  const others = (posts.data?.items ?? []).filter(({ id }) => id !== task.post.id).map(({ id, title, unit, holders }): Option => {
    const persons = holders.map(({ name, isAbsent }) => `${localName(name)}${isAbsent ? ` (${translate('people.absent')})` : ''}`).join(', ');
    return { kind: 'post', id, name: title, detail: [localName(unit), persons].filter((text) => text !== '').join(' · ') };
  });
  return { options: [...units, ...others], isLoading: posts.isPending };
}
