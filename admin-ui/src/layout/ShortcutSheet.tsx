import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { Fragment, useContext, useId, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { keyCaps } from '../hooks/shortcut-keys';
import { useShortcuts } from '../hooks/use-shortcuts';
import { type ShortcutGroup, ShortcutsContext } from '../hooks/shortcut-registry';

type Line = { readonly keys: string; readonly label: string };
/** Keys that work everywhere without being bound anew on each page. */
const ALWAYS: readonly Line[] = [
  { keys: 'mod+enter', label: 'shortcuts.confirm' },
  { keys: 'escape', label: 'shortcuts.close' },
  { keys: 'tab', label: 'shortcuts.next' },
];

/** Groups of the same title stand together, the page's own before the frame's. */
function merged(groups: readonly ShortcutGroup[]): ReadonlyMap<string, readonly Line[]> {
  const byTitle = new Map<string, readonly Line[]>();
  for (const { title, shortcuts } of groups.toReversed()) {
    const known = byTitle.get(title) ?? [];
    byTitle.set(title, [...known, ...shortcuts.filter(({ keys }) => known.every((line) => line.keys !== keys))]);
  }
  return byTitle;
}

/** What can be done by keyboard on this page. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const registry = useContext(ShortcutsContext);
  const groups = merged(useSyncExternalStore(registry.subscribe, registry.groups));
  const id = useId();
  useShortcuts('shortcuts.group.frame', [{ keys: 'shift+slash', label: 'shortcuts.sheet', run: onClose }], { isInDialog: true });
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{translate('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: 2 }}>{translate('shortcuts.help')}</Typography>
        <Box sx={{ columns: { xs: 1, sm: 2 }, columnGap: 4 }}>
          {[...groups, ['shortcuts.group.always', ALWAYS] as const].map(([title, lines]) => (
            <Box key={title} component="section" sx={{ breakInside: 'avoid', mb: 2.5 }}>
              <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>{translate(title)}</Typography>
              <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.75, columnGap: 2, alignItems: 'center' }}>
                {lines.map(({ keys, label }) => (
                  <Fragment key={keys}>
                    <Box component="dt">{translate(label, { _: label })}</Box>
                    <Box component="dd" sx={{ m: 0, whiteSpace: 'nowrap' }}><Keys keys={keys} /></Box>
                  </Fragment>
                ))}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} autoFocus>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  const translate = useTranslate();
  return keyCaps(keys).map((chord, at) => (
    // A sequence has no key twice in a row.
    <Fragment key={chord.join()}>
      {at === 0 ? null : <Typography component="span" variant="body2" color="text.secondary"> {translate('shortcuts.then')} </Typography>}
      {chord.map((cap, index) => (
        <Fragment key={cap}>
          {index === 0 ? null : ' + '}
          <Box component="kbd" lang="en" sx={{ border: 1, borderColor: 'divider', borderBottomWidth: 2, borderRadius: 1, px: 0.75, py: 0.25, bgcolor: 'background.default', font: 'inherit', fontSize: '0.875rem', fontWeight: 600 }}>{cap}</Box>
        </Fragment>
      ))}
    </Fragment>
  ));
}
