import { DomainError } from '../../errors';
import { isIssuing, isReceiving, needsSignature } from '../formalities';
import { getFrame, inOrder, nextId, type Run } from '../run';
import type { NodeOf } from '../model';
import type { TakenNumber, Token } from '../state';
import { leave } from '../tokens';
import type { Step } from './step';

/** Takes a number from a book; reached again it keeps the number it took. What is issued must be signed first. */
export const register: Step<'register'> = {
  type: 'register',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token, node) => {
    if (!numberOf(run, token)) takeNumber(run, token, node);
    leave(run, token, 'next');
  },
};

/** The number this step took earlier and still has. */
function numberOf(run: Run, place: { readonly frame: string; readonly node: string }): TakenNumber | undefined {
  return inOrder(run.state.numbers).find((taken) => taken.frame === place.frame && taken.node === place.node && !taken.cancelled);
}

function takeNumber(run: Run, token: Token, node: NodeOf<'register'>): void {
  const isIssued = isIssuing(node.book);
  if (isIssued && needsSignature(run.state.facts) && !run.state.signed) throw new DomainError('SIGNATURE_REQUIRED', { nodeId: node.id });
  const earlier = inOrder(run.state.numbers).filter((taken) => taken.frame === token.frame && taken.node === token.node).length;
  const base = `${token.frame}/${token.node}`;
  const key = earlier === 0 ? base : `${base}#${earlier + 1}`;
  const frame = getFrame(run, token.frame);
  const cameByDelivery = run.state.facts['direction'] === 'incoming' && run.state.facts['channel'] === 'exchange';
  const isFirst = inOrder(run.state.numbers).every((taken) => taken.cancelled);
  run.state.numbers[key] = { key, frame: token.frame, node: token.node, book: node.book, entryId: null, cancelled: false };
  run.isFinal = true;
  run.effects.push({
    type: 'takeNumber', key, book: node.book, owner: node.owner, unitId: frame.unitId, node: node.id,
    acceptsDelivery: isReceiving(node.book) && cameByDelivery && frame.depth === 0 && isFirst,
  });
  const effectId = nextId(run, 'e');
  run.state.pendingEffects = [...run.state.pendingEffects, effectId];
  run.effects.push({ type: 'render', effectId, what: isIssued ? 'final' : 'stamps' });
}
