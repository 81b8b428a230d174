/** Whether a value nests deeper than so many levels. Goes level by level: a recursion would itself exhaust the stack on what it looks for. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((each) => (isOfJson(each) ? Object.values(each) as unknown[] : []));
  }
  return false;
}

/** What JSON is read into. Bytes and streams have no levels: a stream leads to its socket and back, and walking that would never end. */
function isOfJson(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
