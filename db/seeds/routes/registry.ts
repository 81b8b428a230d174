/**
 * The routes that an office starts with, by code, and the table that chooses among them. A process owner changes both.
 */
import type { DecisionTable, FactValue, Route } from '#domain/route/model';
import { OPS_INCOMING, POST_INCOMING, PROVINCE_INCOMING, UNIT_INCOMING } from './incoming';
import { OPS_CIRCULAR, OPS_ORDER, OPS_OUTGOING, OPS_THREE_POSTS, PROVINCE_CIRCULAR, PROVINCE_ORDER, PROVINCE_OUTGOING, PROVINCE_THREE_POSTS } from './outgoing';
import { secretIncoming, secretOutgoing, TOP_SECRET_CONTROL } from './secret';

export type RouteCode =
  | 'incoming' | 'unit-incoming' | 'post-incoming' | 'outgoing' | 'three-posts' | 'circular' | 'order' | 'secret-incoming' | 'secret-outgoing' | 'top-secret-control';
export type OfficeRoutes = { readonly [K in RouteCode]: Route };

export const OPS_ROUTES: OfficeRoutes = {
  incoming: OPS_INCOMING,
  'unit-incoming': UNIT_INCOMING,
  'post-incoming': POST_INCOMING,
  outgoing: OPS_OUTGOING,
  'three-posts': OPS_THREE_POSTS,
  circular: OPS_CIRCULAR,
  order: OPS_ORDER,
  'secret-incoming': secretIncoming('permanent-secretary'),
  'secret-outgoing': secretOutgoing('permanent-secretary'),
  'top-secret-control': TOP_SECRET_CONTROL,
};

export const PROVINCE_ROUTES: OfficeRoutes = {
  incoming: PROVINCE_INCOMING,
  'unit-incoming': UNIT_INCOMING,
  'post-incoming': POST_INCOMING,
  outgoing: PROVINCE_OUTGOING,
  'three-posts': PROVINCE_THREE_POSTS,
  circular: PROVINCE_CIRCULAR,
  order: PROVINCE_ORDER,
  'secret-incoming': secretIncoming('governor'),
  'secret-outgoing': secretOutgoing('governor'),
  'top-secret-control': TOP_SECRET_CONTROL,
};

type Cell = { readonly operator: '=' | 'in'; readonly value: FactValue } | null;
const row = (id: string, when: readonly Cell[], route: RouteCode): DecisionTable['rules'][number] => ({ id, when, then: [route] });
const is = (value: FactValue): Cell => ({ operator: '=', value });
const among = (...value: readonly string[]): Cell => ({ operator: 'in', value });

/** Which route a letter takes: the first row that fits (design §2). */
export const LETTER_ROUTE_TABLE: DecisionTable = {
  hitPolicy: 'first',
  inputs: ['direction', 'secrecy', 'isCircular', 'kind'],
  outputs: ['route'],
  rules: [
    row('control', [is('incoming'), is('top_secret'), null, null], 'top-secret-control'),
    row('secret-in', [is('incoming'), among('confidential', 'secret'), null, null], 'secret-incoming'),
    row('in', [is('incoming'), null, null, null], 'incoming'),
    row('secret-out', [null, among('confidential', 'secret'), null, null], 'secret-outgoing'),
    row('order', [null, null, null, among('order', 'regulation', 'rule')], 'order'),
    row('circular', [null, null, is(true), null], 'circular'),
    row('memo', [null, null, null, among('internal_memo', 'memo_note')], 'three-posts'),
    row('otherwise', [null, null, null, null], 'outgoing'),
  ],
};

/** Which route a unit runs for what it is given. */
export const UNIT_ROUTE_TABLE: DecisionTable = {
  hitPolicy: 'first',
  inputs: ['assignmentRole'],
  outputs: ['route'],
  rules: [row('otherwise', [null], 'unit-incoming')],
};

/** Which route is run by what is given to a post. */
export const POST_ROUTE_TABLE: DecisionTable = { ...UNIT_ROUTE_TABLE, rules: [row('otherwise', [null], 'post-incoming')] };
