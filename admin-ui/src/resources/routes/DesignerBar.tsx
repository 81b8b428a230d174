import CanvasIcon from '@mui/icons-material/AccountTreeOutlined';
import ArrangeIcon from '@mui/icons-material/AutoFixHighOutlined';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import CutIcon from '@mui/icons-material/ContentCutOutlined';
import DescribeIcon from '@mui/icons-material/EditOutlined';
import FindIcon from '@mui/icons-material/SearchOutlined';
import OutlineIcon from '@mui/icons-material/FormatListNumberedOutlined';
import PasteIcon from '@mui/icons-material/ContentPasteOutlined';
import RedoIcon from '@mui/icons-material/RedoOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import { Divider, IconButton, Stack, ToggleButton, ToggleButtonGroup, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { keyText } from '../../hooks/shortcut-keys';
import type { Asking } from './designer-context';
import type { Clipboard } from './editor/use-clipboard';
import type { Editor } from './editor/use-editor';
import type { Commands } from './use-commands';

export const VIEWS = ['canvas', 'outline'] as const;
export type View = (typeof VIEWS)[number];

/** The commands that are at hand in both views. */
export function DesignerBar({ editor, commands, clipboard, view, isReadOnly, onView, ask }: {
  readonly editor: Editor;
  readonly commands: Commands;
  readonly clipboard: Clipboard;
  readonly view: View;
  readonly isReadOnly: boolean;
  readonly onView: (view: View) => void;
  readonly ask: (asking: Asking) => void;
}) {
  const translate = useTranslate();
  const button = (label: string, Icon: typeof UndoIcon, run: () => void, { keys, isOff = false }: { readonly keys?: string; readonly isOff?: boolean } = {}) => (
    <Tooltip key={label} title={keys === undefined ? translate(label) : `${translate(label)} (${keyText(keys)})`}>
      <span><IconButton aria-label={translate(label)} disabled={isOff} onClick={run}><Icon fontSize="small" /></IconButton></span>
    </Tooltip>
  );
  const isNothing = editor.selection.nodes.length === 0;
  return (
    <Stack direction="row" role="toolbar" aria-label={translate('designer.canvas.toolbar')} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', px: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      <ToggleButtonGroup exclusive size="small" value={view} aria-label={translate('designer.view.label')} onChange={(_, next: View | null) => next !== null && onView(next)} sx={{ my: 0.5, mr: 1 }}>
        <ToggleButton value="canvas"><CanvasIcon fontSize="small" sx={{ mr: 0.5 }} />{translate('designer.view.canvas')}</ToggleButton>
        <ToggleButton value="outline"><OutlineIcon fontSize="small" sx={{ mr: 0.5 }} />{translate('designer.view.outline')}</ToggleButton>
      </ToggleButtonGroup>
      {isReadOnly ? null : (
        <>
          {button('designer.act.undo', UndoIcon, editor.undo, { keys: 'mod+z', isOff: !editor.canUndo })}
          {button('designer.act.redo', RedoIcon, editor.redo, { keys: 'mod+shift+z', isOff: !editor.canRedo })}
          <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
          {button('designer.act.cut', CutIcon, clipboard.cut, { keys: 'mod+x', isOff: isNothing })}
        </>
      )}
      {button('designer.act.copy', CopyIcon, clipboard.copy, { keys: 'mod+c', isOff: isNothing })}
      {isReadOnly ? null : (
        <>
          {button('designer.act.paste', PasteIcon, clipboard.paste, { keys: 'mod+v' })}
          <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
          {button('designer.act.arrange', ArrangeIcon, commands.arrange, { keys: 'l' })}
          {button('designer.act.describe', DescribeIcon, () => ask({ what: 'describe' }))}
        </>
      )}
      {button('designer.act.find', FindIcon, () => ask({ what: 'find' }), { keys: 'f' })}
    </Stack>
  );
}
