/** What a process of ours knows only once it runs: a port that the system chose, that it is ready, why it cannot start. */
export type StarterNews = { readonly port: number } | { readonly isReady: true } | { readonly isPortTaken: true };

/** Tells whoever started this process, where that is `npm start` (it listens on Node's own channel); to anybody else it says nothing. */
export function tellStarter(news: StarterNews): void {
  // One that was killed hears nothing any more, which is no failure of ours.
  if (process.connected) process.send?.(news, () => undefined);
}
