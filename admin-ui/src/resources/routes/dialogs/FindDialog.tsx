import { Dialog, DialogContent, DialogTitle, List, ListItemButton, ListItemText, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { NodeId, Route } from '#domain/route/model';
import { useLocalName } from '../../../providers/auth/use-session';
import { findInRoute } from '../editor/find-in-route';
import type { Words } from '#domain/route/say';

/** Steps found by their name, or by whom and what they name. */
export function FindDialog({ route, words, onChoose, onClose }: { readonly route: Route; readonly words: Words; readonly onChoose: (id: NodeId) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = findInRoute(route, typed, words);
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <DialogTitle id={id}>{translate('designer.find.title')}</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          label={translate('designer.find.label')}
          value={typed}
          sx={{ mt: 1 }}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.code !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return;
            event.preventDefault();
            onChoose(first.node.id);
          }}
        />
        {found.length === 0 && typed.trim() !== '' ? <Typography role="status" sx={{ mt: 2 }}>{translate('designer.find.none')}</Typography> : null}
        <List dense>
          {found.map(({ node, where }) => (
            <li key={node.id}><ListItemButton component="div" role="button" onClick={() => onChoose(node.id)}><ListItemText primary={localName({ th: node.name, en: node.nameEn ?? '' })} secondary={where} /></ListItemButton></li>
          ))}
        </List>
      </DialogContent>
    </Dialog>
  );
}
