import { useState } from 'react';
import type { MyTask } from '#domain/contracts/letter-page';

const isSame = (one: MyTask, other: MyTask): boolean => one.taskId === other.taskId && one.post.id === other.post.id;

/**
 * My tasks on a letter, and the one whose dialog is open even after somebody else has done it: what was typed must not vanish with
 * the task.
 */
export function useHeldTasks(tasks: readonly MyTask[]): {
  readonly tasks: readonly { readonly task: MyTask; readonly isGone: boolean }[];
  readonly hold: (task: MyTask | null) => void;
} {
  const [held, hold] = useState<MyTask | null>(null);
  const isGone = held !== null && !tasks.some((task) => isSame(task, held));
  return { tasks: [...tasks.map((task) => ({ task, isGone: false })), ...(isGone ? [{ task: held, isGone }] : [])], hold };
}
