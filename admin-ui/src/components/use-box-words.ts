import { useTranslate } from 'react-admin';

/** What a box says in which one types to find: while it looks, where it found nothing, and on its buttons. */
export function useBoxWords(none = 'picker.none'): { readonly [P in 'noOptionsText' | 'loadingText' | 'clearText' | 'openText' | 'closeText']: string } {
  const translate = useTranslate();
  return {
    noOptionsText: translate(none), loadingText: translate('ra.page.loading'), clearText: translate('ra.action.clear_input_value'), openText: translate('ra.action.open'), closeText: translate('ra.action.close'),
  };
}
