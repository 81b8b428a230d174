/**
 * Who signed a letter, as printed under it (`letter.signature`). Names and titles are kept as they were at that moment.
 */
import type { SignatureConfirmation } from '../people/signing';
import type { Capacity } from './vocabulary';

export type LetterSignature = {
  readonly personId: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Post for which was signed. */
  readonly postId: string;
  readonly postTitleTh: string;
  readonly postTitleEn: string;
  readonly capacity: Capacity;
  /** The signer's own post where the capacity is not `own`. */
  readonly ownPostId: string | null;
  readonly ownPostTitleTh: string | null;
  readonly ownPostTitleEn: string | null;
  /** Order or appointment that gives the capacity. */
  readonly orderNo: string;
  /** Post in whose name it was signed by delegation (ปฏิบัติราชการแทน), where the route says so and it is another. */
  readonly onBehalfOfPostId: string | null;
  readonly onBehalfOfTitleTh: string | null;
  readonly onBehalfOfTitleEn: string | null;
  /** ISO instant of signing. */
  readonly at: string;
  /** How the signer confirmed it; signatures older than this fact were all confirmed by password. */
  readonly confirmedBy?: SignatureConfirmation;
};
