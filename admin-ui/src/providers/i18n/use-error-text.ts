import { useTranslate } from 'react-admin';
import { ApiError } from '../data/api-error';

/** The reader's text of whatever was thrown. Codes without a text of their own fall back to the API's words. */
export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate();
  return (error) => {
    if (!(error instanceof ApiError)) return translate('errors.UNKNOWN');
    const { problem } = error;
    return translate(`errors.${problem.code}`, { label: '', signs: '', ...problem.details, _: problem.message });
  };
}
