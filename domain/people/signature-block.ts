/**
 * What is printed under a signature (reference §6.4, R26 annex 3): (name) / own post / capacity and post acted for.
 */
import { CAPACITY_PRINTED, type Capacity } from '#domain/letter/vocabulary';

export type SignatureBlockInput = {
  readonly nameTh: string;
  /** Title of the post for which is signed. */
  readonly postTitleTh: string;
  readonly capacity: Capacity;
  /** Title of the signer's own post, where the capacity is not `own`. */
  readonly ownPostTitleTh?: string;
  /** Title of the post in whose name it is signed by delegation, where it differs from `postTitleTh`. */
  readonly onBehalfOfTitleTh?: string;
};

/**
 * The lines under a signature, top to bottom. A delegation is printed after the capacity in which the signer holds the
 * post, since both hold at once: a deputy may act for another deputy and sign in the Permanent Secretary's name.
 */
export function signatureBlock(input: SignatureBlockInput): readonly string[] {
  const name = `(${input.nameTh})`;
  const post = printedTitle(input.postTitleTh);
  const capacity = CAPACITY_PRINTED[input.capacity];
  const lines =
    capacity === null
      ? [post]
      : [...(input.ownPostTitleTh === undefined ? [] : [printedTitle(input.ownPostTitleTh)]), `${capacity} ${post}`];
  const behalf =
    input.onBehalfOfTitleTh === undefined ? [] : [`${CAPACITY_PRINTED.delegated} ${printedTitle(input.onBehalfOfTitleTh)}`];
  return [name, ...lines, ...behalf];
}

/** A post's title as printed: what stands in brackets at its end only tells posts of the same title apart. */
export const printedTitle = (titleTh: string): string => titleTh.replace(/\s*\([^()]*\)\s*$/, '');
