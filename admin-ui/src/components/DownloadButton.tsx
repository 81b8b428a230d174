import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTell } from '../hooks/use-tell';
import { type DownloadArgs, useApi } from '../providers/data/data-provider';
import { useErrorText } from '../providers/i18n/use-error-text';
import { keepFile } from './keep-file';

/** Fetches a file of the API and gives it to the browser to keep; a refusal is told in the reader's language. */
export function DownloadButton({ label, disabled = false, isPlain = false, ...file }: DownloadArgs & { readonly label: string; readonly disabled?: boolean; /** One of several things to print. */ readonly isPlain?: boolean }) {
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const [isRunning, setIsRunning] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setIsRunning(true);
    try {
      keepFile(await api.downloadFile(file));
    } catch (error) {
      tell(errorText(error), 'error');
    } finally {
      setIsRunning(false);
    }
  };
  return <Button {...(isPlain ? { size: 'small' } : { variant: 'outlined' })} startIcon={isPlain ? <PrintIcon /> : <DownloadIcon />} loading={isRunning} disabled={disabled} onClick={() => void fetchFile()}>{label}</Button>;
}
