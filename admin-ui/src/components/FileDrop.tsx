import AttachFileIcon from '@mui/icons-material/AttachFile';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import PdfIcon from '@mui/icons-material/PictureAsPdfOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, IconButton, LinearProgress, Link, Stack, Typography } from '@mui/material';
import { type DragEvent, useId, useRef, useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { useFormat } from '../providers/i18n/use-format';
import type { FileItem } from './use-files';

/** A place to drop files or to choose them from. */
export function FileDrop({ label, hint, accept, isMultiple, isSmall = false, onFiles }: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly isMultiple: boolean;
  /** One line high: for what is rarely added. */
  readonly isSmall?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(isMultiple ? files : files.slice(0, 1));
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      sx={{
        border: 2, borderStyle: 'dashed', borderColor: isOver ? 'primary.main' : 'divider', borderRadius: 2, p: isSmall ? 1 : 2, textAlign: 'center',
        bgcolor: isOver ? 'action.hover' : 'transparent',
        ...(isSmall ? { display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', justifyContent: 'center' } : {}),
      }}
    >
      <UploadIcon aria-hidden color="action" sx={{ fontSize: isSmall ? 24 : 36 }} />
      <Typography variant={isSmall ? 'body2' : 'body1'} sx={{ fontWeight: 600 }}>{label}</Typography>
      <Typography variant="body2" color="text.secondary" id={id}>{hint}</Typography>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button variant="outlined" size="small" sx={{ mt: isSmall ? 0 : 1 }} startIcon={<AttachFileIcon />} aria-describedby={id} onClick={() => input.current?.click()}>
        {translate(isMultiple ? 'file.chooseMany' : 'file.choose')}
      </Button>
    </Box>
  );
}

/** One file: its progress, what became of it, and letters that hold the same one. */
export function FileRow({ item, note = '', onRemove }: { readonly item: FileItem; readonly note?: string; readonly onRemove: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ border: 1, borderColor: item.status === 'failed' ? 'error.main' : 'divider', borderRadius: 1.5, p: 1 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <PdfIcon aria-hidden color="action" />
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Typography noWrap title={item.name}>{item.name}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[
              note,
              format.fileSize(item.size),
              item.status === 'ready' && item.pages !== null ? translate('file.pages', { n: format.number(item.pages), smart_count: item.pages }) : '',
              item.status === 'sending' ? translate('file.sending', { percent: format.number(Math.round(item.progress * 100)) }) : '',
            ].filter((text) => text !== '').join(' · ')}
          </Typography>
        </Box>
        <IconButton onClick={onRemove} aria-label={translate('file.remove', { name: item.name })}><DeleteIcon /></IconButton>
      </Stack>
      {item.status === 'sending' ? <LinearProgress variant="determinate" value={item.progress * 100} aria-label={item.name} /> : null}
      {item.status === 'failed' ? <Alert severity="error" sx={{ mt: 1 }}>{item.error}</Alert> : null}
      {item.duplicates.length === 0 ? null : (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('file.duplicate')}
          {item.duplicates.map((letter) => (
            <Box key={letter.letterId}>
              <Link component={LinkBase} to={`/letters/${letter.letterId}`} target="_blank">
                {[format.digits(letter.letterNo ?? letter.receiveNo ?? ''), letter.subject ?? '', format.date(letter.letterDate)].filter((text) => text !== '').join(' · ')}
              </Link>
            </Box>
          ))}
        </Alert>
      )}
    </Box>
  );
}
