import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import { IconButton, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../components/ActDialog';
import { areWordsRight, Words } from '../../components/form/Words';

export type Entry = { readonly id: string; readonly text: string };

/** A short list of one's own: renamed, put in order and thinned out in place, saved as a whole. */
export function ListDialog({ title, label, entries, maxLength, isRunning, error, onSave, onClose }: {
  readonly title: string;
  /** What one entry is called, for the fields. */
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly maxLength: number;
  readonly isRunning: boolean;
  readonly error: unknown;
  readonly onSave: (entries: readonly Entry[]) => void;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const [list, setList] = useState(entries);
  const isComplete = list.every(({ text }) => areWordsRight(text, { max: maxLength, isRequired: true }));
  const move = (at: number, to: number): void => {
    const next = [...list];
    const [entry] = next.splice(at, 1);
    if (entry !== undefined) next.splice(to, 0, entry);
    setList(next);
  };
  return (
    <ActDialog title={title} confirmLabel={translate('ra.action.save')} isRunning={isRunning} error={error} canConfirm={isComplete} onConfirm={() => onSave(list.map(({ id, text }) => ({ id, text: text.trim() })))} onClose={onClose}>
      {list.length === 0 ? <Typography color="text.secondary">{translate('arrange.nothingLeft')}</Typography> : null}
      {list.map(({ id, text }, at) => (
        <Stack key={id} direction="row" spacing={0.5} sx={{ alignItems: 'flex-start' }}>
          <Words label={`${label} ${at + 1}`} value={text} max={maxLength} isRequired wasTried onChange={(next) => setList(list.map((each) => (each.id === id ? { id, text: next } : each)))} />
          <IconButton onClick={() => move(at, at - 1)} disabled={at === 0} aria-label={translate('arrange.up', { name: text })}><UpIcon /></IconButton>
          <IconButton onClick={() => move(at, at + 1)} disabled={at === list.length - 1} aria-label={translate('arrange.down', { name: text })}><DownIcon /></IconButton>
          <IconButton onClick={() => setList(list.filter((each) => each.id !== id))} aria-label={translate('arrange.delete', { name: text })}><DeleteIcon /></IconButton>
        </Stack>
      ))}
    </ActDialog>
  );
}
