/** Tells whoever waits for a command that its row has ended: the row is the answer, whoever brings the news. */
import type { Pool } from 'pg';
import { CHANNELS } from '#db/channels';
import { listen } from '#db/listen';
import { findCommand, type CommandRow } from '#db/repositories/command-book';

export type CommandNews = {
  /** Settles with the row once it has ended; never rejects. `forget` when it is no longer waited for. */
  readonly expect: (commandId: string) => { readonly ended: Promise<CommandRow>; readonly forget: () => void };
  readonly close: () => Promise<void>;
};

export function createCommandNews(pool: Pool): CommandNews {
  // Several may wait for one command: an act that is sent again while its first sending is still under way.
  const waiting = new Map<string, Set<(row: CommandRow) => void>>();
  const look = async (commandId: string): Promise<void> => {
    const row = await findCommand(pool, commandId).catch(() => null);
    if (row !== null && row.status !== 'pending') for (const tell of waiting.get(commandId) ?? []) tell(row);
  };
  const stopListening = listen(pool, CHANNELS.commands, (commandId) => {
    // Nothing is said: the connection is new, and news may have been missed.
    const ids = commandId === '' ? [...waiting.keys()] : waiting.has(commandId) ? [commandId] : [];
    for (const id of ids) void look(id);
  });
  return {
    expect(commandId) {
      const all = waiting.get(commandId) ?? new Set();
      waiting.set(commandId, all);
      let settle: (row: CommandRow) => void = () => undefined;
      const ended = new Promise<CommandRow>((resolve) => {
        settle = resolve;
        all.add(resolve);
      });
      const forget = (): void => {
        all.delete(settle);
        if (all.size === 0 && waiting.get(commandId) === all) waiting.delete(commandId);
      };
      return { ended, forget };
    },
    close: stopListening,
  };
}
