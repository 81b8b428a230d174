import type { LetterPage } from '#domain/contracts/letter-page';
import { nextSteps, type NextStep } from '#domain/route/next-steps';
import { localName, type PageSources } from './sources';

type Next = LetterPage['holders'][number]['next'];

/** What follows on the branch on which a task or a waiting step stands; nothing is said of a letter that has ended. */
export function nextOf({ record, routes }: PageSources, tokenId: string | undefined): Next {
  const { state, status } = record.letter;
  if (state === null || tokenId === undefined || status === 'ended') return [];
  const steps = nextSteps(state, Object.fromEntries(routes), tokenId).map(toNext);
  // Steps on different branches may be called the same: to the reader they are one.
  return steps.filter((step, at) => steps.findIndex(({ kind, name, outcome }) => kind === step.kind && name?.th === step.name?.th && outcome === step.outcome) === at);
}

const toNext = (step: NextStep): Next[number] => ({
  kind: step.kind,
  name: step.kind === 'step' ? localName(step.name, step.nameEn ?? undefined) : null,
  outcome: step.kind === 'end' ? step.outcome : null,
});

const WAITING: readonly string[] = ['followUp', 'wait'];

/** Where the letter waits although nobody has a task there. */
export function waitsAt(sources: PageSources): LetterPage['waitsAt'] {
  const { record, routes } = sources;
  const { state, status } = record.letter;
  if (state === null || status === 'ended') return [];
  const held = new Set(Object.values(state.tasks).map(({ token }) => token));
  return Object.values(state.tokens).flatMap((token) => {
    const node = routes.get(state.frames[token.frame]?.route ?? '')?.nodes.find(({ id }) => id === token.node);
    if (node === undefined || held.has(token.id) || !WAITING.includes(node.type)) return [];
    return [{ type: node.type, name: localName(node.name, node.nameEn), next: nextOf(sources, token.id) }];
  });
}
