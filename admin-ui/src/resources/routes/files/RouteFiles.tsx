import FileIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { keepFile } from '../../../components/keep-file';
import { useTell } from '../../../hooks/use-tell';
import { useApi } from '../../../providers/data/data-provider';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { toPng } from './to-png';

const FORMATS = ['drawing', 'manual', 'svg', 'png', 'bpmn', 'json'] as const;
type Format = (typeof FORMATS)[number];
const ENDPOINTS = { version: 'routeVersionFile', draft: 'routeDraftFile' } as const;

/** A route as files: for paper, for the head to sign, as a picture, for other modellers. `before` saves what is on the screen first. */
export function RouteFiles({ of, id, before }: { readonly of: keyof typeof ENDPOINTS; readonly id: string; readonly before?: () => Promise<boolean> }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isRunning, setRunning] = useState(false);
  const menuId = useId();
  const fetchFile = async (format: Format): Promise<void> => {
    setAnchor(null);
    setRunning(true);
    try {
      if (before !== undefined && !(await before())) return tell(translate('routeFiles.notSaved'), 'warning');
      const file = await api.downloadFile({ endpoint: ENDPOINTS[of], params: { id }, query: { format: format === 'png' ? 'svg' : format } });
      if (format !== 'png') return keepFile(file);
      const png = await toPng(file);
      if (png === null) return tell(translate('routeFiles.noPng'), 'error');
      keepFile(png);
    } catch (error) {
      tell(errorText(error), 'error');
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Button size="small" variant="outlined" startIcon={<FileIcon />} loading={isRunning} aria-haspopup="menu" aria-expanded={anchor !== null} aria-controls={anchor === null ? undefined : menuId} onClick={(event) => setAnchor(event.currentTarget)}>{translate('routeFiles.title')}</Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {FORMATS.map((format) => <MenuItem key={format} onClick={() => void fetchFile(format)}>{translate(`routeFiles.${format}`)}</MenuItem>)}
      </Menu>
    </>
  );
}
