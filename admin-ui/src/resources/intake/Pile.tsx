import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FileRow } from '../../components/FileDrop';
import { useKept } from '../../components/form/use-kept';
import { isOpenText } from '../../components/form/use-kept-form';
import { Panel } from '../../components/Page';
import { type FileItem, useFiles } from '../../components/use-files';
import type { IntakeValues } from './intake-form';

/** A letter that waits for its form: its files, and what was typed of it before another was taken up first. */
export type Waiting = { readonly key: string; readonly files: readonly FileItem[]; readonly values: IntakeValues | null };
export type Pile = {
  readonly items: readonly Waiting[];
  readonly add: (files: readonly File[]) => void;
  /** Puts back what was on the form, with what was typed. */
  readonly park: (letter: Omit<Waiting, 'key'>) => void;
  readonly remove: (key: string) => void;
  /** The first that has been sent, or this one; it leaves the pile. */
  readonly take: (key?: string) => Waiting | null;
};

/** Letters that were chosen together and wait for their forms, one by one; also after the tab was lost. */
export function usePile(): Pile {
  const { found, keep } = useKept<{ readonly files: readonly FileItem[]; readonly parked?: readonly Waiting[] }>('intake.pile');
  const files = useFiles(found?.files, { isPile: true });
  const [parked, setParked] = useState<readonly Waiting[]>(found?.parked ?? []);
  const sent = files.items.filter(({ status }) => status === 'ready').map((item) => ({ ...item, file: null }));
  const open = parked.filter(({ values }) => values === null || isOpenText(values)).map((each) => ({ ...each, files: each.files.map((item) => ({ ...item, file: null })) }));
  useEffect(() => keep(sent.length + open.length === 0 ? null : { files: sent, parked: open }));
  const items: readonly Waiting[] = [...parked, ...files.items.map((item) => ({ key: item.key, files: [item], values: null }))];
  const remove = (key: string): void => {
    files.remove(key);
    setParked((all) => all.filter((each) => each.key !== key));
  };
  return {
    items,
    add: (more) => files.add('main', more),
    park: (letter) => setParked((all) => [...all, { ...letter, key: crypto.randomUUID() }]),
    remove,
    take: (key) => {
      const ready = items.filter(isReady);
      const letter = (key === undefined ? ready[0] : ready.find((each) => each.key === key)) ?? null;
      if (letter !== null) remove(letter.key);
      return letter;
    },
  };
}

const isReady = ({ files }: Waiting): boolean => files.every(({ status }) => status === 'ready');

/** The letters of the pile; each can be taken up out of turn. */
export function PileList({ pile, onTake }: { readonly pile: Pile; readonly onTake: (key: string) => void }) {
  const translate = useTranslate();
  if (pile.items.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={translate('intake.pile', { n: pile.items.length })}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>{translate('intake.pileHelp')}</Typography>
        <Stack spacing={1}>
          {pile.items.map((letter) => (
            <Box key={letter.key} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
              <Box sx={{ flexGrow: 1, minWidth: 0 }}><PileRow letter={letter} onRemove={() => pile.remove(letter.key)} /></Box>
              <Button size="small" variant="outlined" sx={{ flexShrink: 0 }} disabled={!isReady(letter)} onClick={() => onTake(letter.key)} aria-label={translate('intake.takeOne', { name: nameOf(letter) })}>{translate('intake.take')}</Button>
            </Box>
          ))}
        </Stack>
      </Panel>
    </Box>
  );
}

const typedOf = ({ values }: Waiting): string => (values === null ? '' : [values.fromText, values.theirNo, values.subject].filter((text) => text.trim() !== '').join(' · '));
const nameOf = (letter: Waiting): string => letter.files[0]?.name ?? typedOf(letter);

function PileRow({ letter, onRemove }: { readonly letter: Waiting; readonly onRemove: () => void }) {
  const translate = useTranslate();
  const [first] = letter.files;
  if (first !== undefined) return <FileRow item={first} note={typedOf(letter)} onRemove={onRemove} />;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1, display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography sx={{ flexGrow: 1, minWidth: 0 }} noWrap>{typedOf(letter)}</Typography>
      <IconButton onClick={onRemove} aria-label={translate('file.remove', { name: typedOf(letter) })}><DeleteIcon /></IconButton>
    </Box>
  );
}
