import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of `/proc`; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

type Stat = { readonly pid: number; readonly parent: number; readonly ticks: number };

function readStat(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold spaces; fields are counted after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const own = Number(fields[11]) + Number(fields[12]);
    const reapedChildren = Number(fields[13]) + Number(fields[14]);
    return { pid: Number(pid), parent: Number(fields[1]), ticks: own + reapedChildren };
  } catch {
    // The process ended between listing and reading.
    return null;
  }
}

/** CPU milliseconds used so far by a process and all its descendants; null where the system does not tell (not Linux). */
export function cpuMsOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .filter((stat) => stat !== null);
  const wanted = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of stats) {
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid);
        grown = true;
      }
    }
  }
  const ticks = stats.filter(({ pid }) => wanted.has(pid)).reduce((sum, stat) => sum + stat.ticks, 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}
