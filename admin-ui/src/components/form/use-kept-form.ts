import { useEffect, useEffectEvent } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import type { FileItem, Files } from '../use-files';
import { useLeaveWarning } from './use-contract-form';
import type { Kept } from './use-kept';

export type KeptForm<V> = { readonly values: V; readonly files: readonly FileItem[] };

/** What is classified is not left lying on a computer. */
export const isOpenText = ({ secrecy, isSealed = false }: { readonly secrecy: string | null; readonly isSealed?: boolean }): boolean => secrecy === 'none' && !isSealed;

const sentFiles = ({ items }: Files): readonly FileItem[] => items.filter(({ status }) => status === 'ready').map((item) => ({ ...item, file: null }));

/**
 * A form that loses nothing typed: what was kept on this computer is put in again, what is typed is kept until it is sent, and
 * the browser asks before the tab is closed.
 *
 * @param kept from `useKept`, which is asked for before the form is made: its files are the first ones of the form
 * @param start what stands in the form before anything is typed
 * @param mayKeep false while the form holds what may not be left lying
 */
export function useKeptForm<V extends FieldValues>({ kept, form, files, start, mayKeep = () => true, isSending = false }: {
  readonly kept: Kept<KeptForm<V>>;
  readonly form: Pick<UseFormReturn<V>, 'reset' | 'watch' | 'formState'>;
  readonly files?: Files | undefined;
  readonly start: DefaultValues<V>;
  readonly mayKeep?: (values: V) => boolean;
  readonly isSending?: boolean;
}): { readonly isTouched: boolean; readonly startAnew: (more?: Partial<V>) => void } {
  const { found, keep, forget } = kept;
  const { reset, watch, formState } = form;
  const values = watch();
  const isTouched = formState.isDirty || (files?.items.length ?? 0) > 0;
  useLeaveWarning(isTouched && !isSending);
  // A page that has changed since may have fields that were not kept. The beginning is another object each time the page is drawn.
  const bringBack = useEffectEvent((known: NonNullable<typeof found>) => reset({ ...start, ...known.values }, { keepDefaultValues: true }));
  useEffect(() => {
    if (found !== null) bringBack(found);
  }, [found]);
  useEffect(() => keep(isTouched && mayKeep(values) ? { values, files: files === undefined ? [] : sentFiles(files) } : null));
  const startAnew = (more: Partial<V> = {}): void => {
    forget();
    for (const { key } of files?.items ?? []) files?.remove(key);
    reset({ ...start, ...more } as DefaultValues<V>);
  };
  return { isTouched, startAnew };
}
