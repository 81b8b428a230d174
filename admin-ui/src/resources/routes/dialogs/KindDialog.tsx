import { Dialog, DialogContent, DialogTitle, List, ListItemButton, ListItemText, TextField, Typography } from '@mui/material';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { NodeType } from '#domain/route/model';
import { stepForms } from '#domain/route/steps/forms';
import { useLocalName } from '../../../providers/auth/use-session';

const TYPES = Object.keys(stepForms) as NodeType[];

/** Which kind of step is added: found by typing, taken with Enter or a press. */
export function KindDialog({ title, hasStart, onChoose, onClose }: { readonly title: string; readonly hasStart: boolean; readonly onChoose: (type: NodeType) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const id = useId();
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const words = typed.trim().toLowerCase();
  const offered = TYPES.filter((type) => !(hasStart && type === 'start') && `${stepForms[type].label.th} ${stepForms[type].label.en} ${localName(stepForms[type].help)}`.toLowerCase().includes(words));
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=button]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const to = event.code === 'ArrowDown' ? items[at + 1] : event.code === 'ArrowUp' ? items[at - 1] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent onKeyDown={walk}>
        <TextField
          autoFocus
          label={translate('designer.add.search')}
          value={typed}
          sx={{ mt: 1 }}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = offered;
            if (event.code !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return;
            event.preventDefault();
            onChoose(first);
          }}
        />
        {offered.length === 0 ? <Typography role="status" sx={{ mt: 2 }}>{translate('designer.add.none')}</Typography> : null}
        <List dense ref={list} aria-label={translate('designer.palette.title')}>
          {offered.map((type) => (
            <li key={type}>
              <ListItemButton component="div" role="button" onClick={() => onChoose(type)} data-kind={type}>
                <ListItemText primary={localName(stepForms[type].label)} secondary={localName(stepForms[type].help)} />
              </ListItemButton>
            </li>
          ))}
        </List>
      </DialogContent>
    </Dialog>
  );
}
