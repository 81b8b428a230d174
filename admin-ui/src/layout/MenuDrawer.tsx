import { Drawer, Toolbar } from '@mui/material';
import { NAVIGATION_WIDTH } from './frame-sizes';
import { Navigation } from './Navigation';

/** The menu over the page, where there is no room beside it. */
export function MenuDrawer({ anchor, isOpen, onClose }: { readonly anchor: 'left' | 'right'; readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Drawer anchor={anchor} open={isOpen} onClose={onClose} ModalProps={{ keepMounted: false }} sx={{ displayPrint: 'none' }} slotProps={{ paper: { sx: { width: NAVIGATION_WIDTH, maxWidth: '86vw' } } }}>
      <Toolbar />
      <Navigation />
    </Drawer>
  );
}
