import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Directory } from '#domain/route/directory';
import type { RouteNode } from '#domain/route/model';
import { positionsOf } from '#domain/route/positions';
import { copyPart, readPart, type RoutePart } from '#domain/route/route-part';
import { isTyping } from '../../../hooks/use-shortcuts';
import { useTell } from '../../../hooks/use-tell';
import type { Editor } from './use-editor';

export type Clipboard = { readonly copy: () => void; readonly cut: () => void; readonly paste: () => void };

/** Codes of posts and units that these steps name and the office does not have. Without a directory nothing is known to be foreign. */
export function foreignCodes(nodes: readonly RouteNode[], directory: Directory | undefined): readonly string[] {
  if (directory === undefined) return [];
  const { postCodes, unitCodes } = positionsOf(nodes);
  const [posts, units] = [new Set(directory.posts.map(({ code }) => code)), new Set(directory.units.map(({ code }) => code))];
  return [...postCodes.filter((code) => !posts.has(code)), ...unitCodes.filter((code) => !units.has(code))];
}

/**
 * Copying, cutting and pasting steps as JSON on the computer's own clipboard, so that they go from route to route. The
 * browser's own commands do it too, whatever the keyboard's language; they are left alone where somebody types.
 */
export function useClipboard({ editor, directory, isReadOnly }: { readonly editor: Editor; readonly directory: Directory | undefined; readonly isReadOnly: boolean }): Clipboard {
  const translate = useTranslate();
  const tell = useTell();
  /** Where the browser does not let the page read its clipboard. */
  const last = useRef<string | null>(null);

  const take = (): string | null => {
    const part = copyPart(editor.draft, editor.selection.nodes);
    if (part.nodes.length === 0) {
      tell(translate(editor.selection.nodes.length === 0 ? 'designer.notice.nothing' : 'designer.notice.startStays'), 'info');
      return null;
    }
    last.current = JSON.stringify(part);
    tell(translate('designer.notice.copied', { n: part.nodes.length }), 'info');
    return last.current;
  };
  const put = (text: string): void => {
    const part: RoutePart | null = readPart(text);
    if (part === null) return tell(translate('designer.notice.notPart'), 'warning');
    editor.paste(part);
    const foreign = foreignCodes(part.nodes, directory);
    if (foreign.length > 0) tell(translate('designer.notice.foreign', { codes: foreign.join(', ') }), 'warning');
  };
  const drop = (): void => editor.remove({ nodes: editor.selection.nodes.filter((id) => editor.draft.route.nodes.find((node) => node.id === id)?.type !== 'start'), edges: [] });

  const latest = useRef({ take, put, drop });
  useEffect(() => {
    latest.current = { take, put, drop };
  });
  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean => !isTyping(event.target) && (document.getSelection()?.isCollapsed ?? true) && document.querySelector('[role=dialog]') === null;
    const onCopy = (event: ClipboardEvent): void => {
      if (!isOurs(event) || (isReadOnly && event.type === 'cut')) return;
      const text = latest.current.take();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') latest.current.drop();
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOurs(event) || isReadOnly) return;
      event.preventDefault();
      latest.current.put(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [isReadOnly]);

  const copy = (): boolean => {
    const text = take();
    // Where the clipboard may not be written, what was copied can still be pasted within this page.
    if (text !== null) void navigator.clipboard?.writeText(text).catch(() => undefined);
    return text !== null;
  };
  return {
    copy: () => void copy(),
    cut: () => {
      if (copy()) drop();
    },
    paste: () => {
      const reading = navigator.clipboard?.readText === undefined ? Promise.reject(new Error('not offered')) : navigator.clipboard.readText();
      void reading.catch(() => last.current ?? '').then(put);
    },
  };
}
