import { useEffect, useState } from 'react';
import { useKept } from '../../components/form/use-kept';
import { isOpenText } from '../../components/form/use-kept-form';
import { type FileItem, useFiles } from '../../components/use-files';
import type { IntakeValues } from './intake-form';

/** A letter that waits for its form: its files, and what was typed of it before another was taken up first. */
export type Waiting = { readonly key: string; readonly files: readonly FileItem[]; readonly values: IntakeValues | null };
export type Pile = {
  readonly items: readonly Waiting[];
  readonly add: (files: readonly File[]) => void;
  /** Puts back what was on the form, with what was typed. */
  readonly park: (letter: Omit<Waiting, 'key'>) => void;
  readonly remove: (key: string) => void;
  /** The first that has been sent, or this one; it leaves the pile. */
  readonly take: (key?: string) => Waiting | null;
};

/** Letters that were chosen together and wait for their forms, one by one; also after the tab was lost. */
export function usePile(): Pile {
  const { found, keep } = useKept<{ readonly files: readonly FileItem[]; readonly parked?: readonly Waiting[] }>('intake.pile');
  const files = useFiles(found?.files, { isPile: true });
  const [parked, setParked] = useState<readonly Waiting[]>(found?.parked ?? []);
  const sent = files.items.filter(({ status }) => status === 'ready').map((item) => ({ ...item, file: null }));
  const open = parked.filter(({ values }) => values === null || isOpenText(values)).map((each) => ({ ...each, files: each.files.map((item) => ({ ...item, file: null })) }));
  useEffect(() => keep(sent.length + open.length === 0 ? null : { files: sent, parked: open }));
  const items: readonly Waiting[] = [...parked, ...files.items.map((item) => ({ key: item.key, files: [item], values: null }))];
  const remove = (key: string): void => {
    files.remove(key);
    setParked((all) => all.filter((each) => each.key !== key));
  };
  return {
    items,
    add: (more) => files.add('main', more),
    park: (letter) => setParked((all) => [...all, { ...letter, key: crypto.randomUUID() }]),
    remove,
    take: (key) => {
      const ready = items.filter(isReady);
      const letter = (key === undefined ? ready[0] : ready.find((each) => each.key === key)) ?? null;
      if (letter !== null) remove(letter.key);
      return letter;
    },
  };
}

export const isReady = ({ files }: Waiting): boolean => files.every(({ status }) => status === 'ready');
