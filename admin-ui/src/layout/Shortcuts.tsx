import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-admin';
import { createShortcutRegistry, type Shortcut, ShortcutsContext } from '../hooks/shortcut-registry';
import { useShortcuts } from '../hooks/use-shortcuts';
import { useNavItems } from './nav-items';

const ShortcutSheet = lazy(() => import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })));

/** Holds what the pages offer by keyboard. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== undefined && !event.repeat) registry.sawKey(event.code, event.timeStamp);
    };
    // Before any shortcut is looked up.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [registry]);
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>;
}

/** The frame's own shortcuts: the sheet, the search box, going from part to part. */
export function FrameShortcuts({ isSheetOpen, onSheet }: { readonly isSheetOpen: boolean; readonly onSheet: (isOpen: boolean) => void }) {
  const navigate = useNavigate();
  const items = useNavItems();
  useShortcuts('shortcuts.group.frame', [
    { keys: 'shift+slash', label: 'shortcuts.sheet', run: () => onSheet(true) },
    { keys: 'slash', label: 'shortcuts.search', run: focusSearch },
    ...items.flatMap((item): Shortcut[] => (item.keys === undefined ? [] : [{ keys: item.keys, label: item.label, run: () => navigate(item.to) }])),
  ]);
  return isSheetOpen ? <Suspense fallback={null}><ShortcutSheet onClose={() => onSheet(false)} /></Suspense> : null;
}

function focusSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('main input[type=search], header input[type=search]')];
  const shown = boxes.find((box) => box.offsetParent !== null) ?? boxes[0];
  shown?.focus();
  shown?.select();
}
