import { useCallback, useRef, useState } from 'react';
import type { Uploaded } from '#domain/contracts/documents';
import { useApi } from '../providers/data/data-provider';
import { useErrorText } from '../providers/i18n/use-error-text';

export type FileRole = 'main' | 'enclosure';
export type FileItem = {
  readonly key: string;
  readonly role: FileRole;
  readonly name: string;
  readonly size: number;
  readonly status: 'sending' | 'ready' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly error: string;
  readonly documentId: string | null;
  readonly pages: number | null;
  readonly duplicates: Uploaded['duplicates'];
  /** The file as chosen, for looking at it before it is sent. */
  readonly file: File | null;
};
export type Files = {
  readonly items: readonly FileItem[];
  readonly add: (role: FileRole, files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  readonly isSending: boolean;
  readonly hasFailed: boolean;
  /** Documents as the contracts take them. */
  readonly documents: () => { documentId: string; role: FileRole }[];
};

/** Files chosen on a form: sent at once, each with its progress; a new main file takes the old one's place, but not in a pile of letters. */
export function useFiles(initial: readonly FileItem[] = [], { isPile = false }: { readonly isPile?: boolean } = {}): Files {
  const api = useApi();
  const errorText = useErrorText();
  const [items, setItems] = useState<readonly FileItem[]>(initial);
  const running = useRef(new Map<string, AbortController>());

  const change = useCallback((key: string, part: Partial<FileItem>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);
  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);
  const send = async (key: string, role: FileRole, file: File): Promise<void> => {
    const controller = new AbortController();
    running.current.set(key, controller);
    try {
      const { document, duplicates } = await api.uploadFile({ file, role, signal: controller.signal, onProgress: (progress) => change(key, { progress }) });
      change(key, { status: 'ready', progress: 1, documentId: document.id, pages: document.pages, duplicates });
    } catch (error) {
      if (!controller.signal.aborted) change(key, { status: 'failed', error: errorText(error) });
    } finally {
      running.current.delete(key);
    }
  };
  const add: Files['add'] = (role, files) => {
    const added = files.map((file): FileItem => ({
      key: crypto.randomUUID(), role, name: file.name, size: file.size, status: 'sending', progress: 0, error: '', documentId: null, pages: null, duplicates: [], file,
    }));
    setItems((all) => [...(role === 'main' && !isPile ? all.filter((item) => item.role !== 'main') : all), ...added]);
    added.forEach((item, at) => {
      const file = files[at];
      if (file !== undefined) void send(item.key, role, file);
    });
  };

  return {
    items,
    add,
    remove,
    isSending: items.some(({ status }) => status === 'sending'),
    hasFailed: items.some(({ status }) => status === 'failed'),
    documents: () => items.flatMap(({ documentId, role }) => (documentId === null ? [] : [{ documentId, role }])),
  };
}
