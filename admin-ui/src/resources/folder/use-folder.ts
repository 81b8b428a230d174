import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'react-admin';
import type { InboxItem } from '#domain/contracts/tasks';
import type { AddressFilters } from '../../hooks/use-address-filters';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { FOLDER_PAGE } from './folder-query';

/** How near to the last of the fetched letters the next ones are asked for. */
const NEAR_END = 10;

/** A task as the address and the stack name it. */
export const folderId = ({ letterId, taskId }: { readonly letterId: string; readonly taskId: string }): string => `${letterId}/${taskId}`;

/** The stack: by urgency and due instant, then what was put to the end, in the order in which it was put there. */
export function orderStack(items: readonly InboxItem[], later: readonly string[]): readonly InboxItem[] {
  const placeOf = (item: InboxItem): number => later.indexOf(folderId(item));
  return [...items.filter((item) => placeOf(item) < 0), ...items.filter((item) => placeOf(item) >= 0).toSorted((one, other) => placeOf(one) - placeOf(other))];
}

/** What is read after this one has left its place: the next below, or the first of what is left. */
export function afterIn(stack: readonly InboxItem[], id: string): InboxItem | undefined {
  const left = stack.filter((item) => folderId(item) !== id);
  const place = stack.findIndex((item) => folderId(item) === id);
  return left[place] ?? left[0];
}

/** แฟ้มเสนอ: what can be signed, decided or directed now, and where one is in it. */
export function useFolder() {
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const [later, setLater] = useStore<readonly string[]>('folder.later', []);
  const list = useInfiniteQuery({
    queryKey: [...keys.inbox, 'folder'],
    queryFn: ({ pageParam, signal }) => api.inbox({ query: { ...FOLDER_PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const [acted, setActed] = useState<Acted>(new Map());
  const commands = useQuery({ queryKey: keys.commands, queryFn: ({ signal }) => api.myCommands({ signal }) });
  const stack = useMemo(() => {
    // What is being applied is out of the hand, though not yet out of the inbox.
    const inDoubt = new Set((commands.data?.items ?? []).filter(({ status }) => status === 'pending').map(({ letterId }) => letterId));
    // So is what was done since the list was asked for; a letter that comes back later stands in a newer list.
    const isDone = (item: InboxItem): boolean => (acted.get(folderId(item))?.at ?? 0) >= list.dataUpdatedAt;
    return orderStack(unique(list.data?.pages.flatMap(({ items }) => items) ?? []).filter((item) => !inDoubt.has(item.letterId) && !isDone(item)), later);
  }, [list.data, list.dataUpdatedAt, commands.data, later, acted]);
  const asked = nextOf(askedItem(filters), stack, acted);
  const place = stack.findIndex((item) => folderId(item) === asked);
  const at = asked === null ? 0 : place;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const fetched = list.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  // The one that the address names may lie further down; those behind the one being read are fetched before they are needed.
  const isLookingFurther = asked !== null && place < 0 && hasNextPage;
  const needsMore = isLookingFurther || (hasNextPage && at >= stack.length - NEAR_END && filters['view'] !== 'list');
  useEffect(() => {
    if (needsMore && !isFetching) void fetchNextPage();
  }, [needsMore, isFetching, fetchNextPage]);

  const show = (item: InboxItem | undefined): void => change({ at: item === undefined ? undefined : folderId(item) });
  return {
    list,
    stack,
    /** All that can be acted on, also beyond what was fetched. */
    total: Math.max(stack.length, (list.data?.pages.at(-1)?.total ?? 0) - (fetched - stack.length)),
    current: stack[at],
    /** Named by the address and no longer in the stack. */
    isGone: asked !== null && place < 0 && !hasNextPage,
    isLookingFurther,
    position: at + 1,
    previous: at > 0 ? stack[at - 1] : undefined,
    next: at < 0 ? stack[0] : stack[at + 1],
    show,
    advanceFrom: (id: string) => show(afterIn(stack, id)),
    /** The API has said that it is done: it leaves the stack now, not only when the list has been asked for again. */
    leaveDone: (id: string) => {
      const next = afterIn(stack, id);
      setActed(new Map(acted).set(id, { at: Date.now(), next: next === undefined ? null : folderId(next) }));
      show(next);
    },
    putLater: (item: InboxItem) => {
      const id = folderId(item);
      const open = new Set(stack.map(folderId));
      // Only what is still in the stack is remembered.
      setLater([...later.filter((each) => each !== id && open.has(each)), id]);
      show(afterIn(stack, id));
    },
  };
}
/** What was done here: when, and what comes after it. */
type Acted = ReadonlyMap<string, { readonly at: number; readonly next: string | null }>;

/** The address still names what was just done until the router has come round; what comes after it lies open by then. */
function nextOf(id: string | null, stack: readonly InboxItem[], acted: Acted): string | null {
  const found = id === null ? undefined : acted.get(id);
  if (id === null || found === undefined || stack.some((item) => folderId(item) === id)) return id;
  // What is done is left behind, so that this ends.
  return nextOf(found.next, stack, new Map([...acted].filter(([each]) => each !== id)));
}

/** A letter that came above while the next page was fetched would stand on both. */
const unique = (items: readonly InboxItem[]): readonly InboxItem[] => [...new Map(items.map((item) => [folderId(item), item])).values()];

export type Folder = ReturnType<typeof useFolder>;

function askedItem(filters: AddressFilters): string | null {
  return filters['at'] ?? null;
}

/** The letter has been laid open before the reader: from now on it counts as read by them. */
export function useSeen(item: { readonly letterId: string; readonly taskId: string } | null): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (task: { readonly letterId: string; readonly taskId: string }) => api.tasksRead({ body: { tasks: [task] } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.inbox }),
  });
  const letterId = item?.letterId ?? '';
  const taskId = item?.taskId ?? '';
  useEffect(() => {
    if (letterId !== '') mutate({ letterId, taskId });
  }, [letterId, taskId, mutate]);
}
