import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';

type Endpoints = typeof endpoints;
export type Organisation = ResponseOf<Endpoints['organisation']>;
export type UnitDetail = Organisation['units'][number];
export type PostDetail = Organisation['posts'][number];
export type OfficeDetail = Organisation['office'];
export type Account = ResponseOf<Endpoints['listAccounts']>['items'][number];
export type DistributionList = ResponseOf<Endpoints['distributionLists']>['items'][number];
export type OfficeRef = { readonly id: string; readonly name: { readonly th: string; readonly en: string }; readonly short: string };
export type OfficeBooks = ResponseOf<Endpoints['officeBooks']>;
export type OfficeBook = OfficeBooks['items'][number];
export type TabProps = { readonly officeId: string };
