/** Every kind of outbox row. */
import type { OutboxKind } from '#db/repositories/outbox';
import { deliver, recall } from './deliver';
import type { CarryOut } from './effect';
import { mail } from './mail';
import { nudge } from './nudge';
import { orderRendition } from './order-rendition';

/** Who carries out which kind. */
export const CARRY_OUT: { readonly [K in OutboxKind]: CarryOut } = { deliver, recall, nudge, render: orderRendition, mail };
