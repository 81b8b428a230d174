/** Whether a value nests deeper than so many levels. Goes level by level: a recursion would itself exhaust the stack on what it looks for. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    // Bytes have no levels.
    level = level.flatMap((each) => (typeof each === 'object' && each !== null && !ArrayBuffer.isView(each) ? Object.values(each as object) as unknown[] : []));
  }
  return false;
}
