/**
 * Books of an office (reference §3.2): one series per registry and kind; orders number per issuing post; secret books apart.
 */
import type { BookRuleSeed, BookSeed, UnitSeed } from './office-seed';

/** Books that every office keeps, one receive book per unit with a registry of its own, one order book per issuing post. */
export function booksOf(args: {
  readonly officeTh: string;
  readonly officeEn: string;
  readonly registries: readonly UnitSeed[];
  readonly orderPosts: readonly { readonly code: string; readonly titleTh: string; readonly titleEn: string }[];
}): readonly BookSeed[] {
  const { officeTh, officeEn, registries, orderPosts } = args;
  return [
    { code: 'receive', kind: 'receive', nameTh: `ทะเบียนหนังสือรับ ${officeTh}`, nameEn: `Receive register, ${officeEn}` },
    { code: 'send', kind: 'send', nameTh: `ทะเบียนหนังสือส่ง ${officeTh}`, nameEn: `Send register, ${officeEn}` },
    { code: 'circular', kind: 'circular', nameTh: `ทะเบียนหนังสือเวียน ${officeTh}`, nameEn: `Circulars, ${officeEn}` },
    { code: 'announcement', kind: 'announcement', nameTh: `ทะเบียนประกาศ ${officeTh}`, nameEn: `Announcements, ${officeEn}` },
    { code: 'certificate', kind: 'certificate', nameTh: `ทะเบียนหนังสือรับรอง ${officeTh}`, nameEn: `Certificates, ${officeEn}` },
    { code: 'secret-receive', kind: 'secret_receive', nameTh: `ทะเบียนรับข้อมูลข่าวสารลับ (ทขล. 1) ${officeTh}`, nameEn: `Secret receive register, ${officeEn}` },
    { code: 'secret-send', kind: 'secret_send', nameTh: `ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล. 2) ${officeTh}`, nameEn: `Secret send register, ${officeEn}` },
    { code: 'secret-control', kind: 'secret_control', nameTh: `ทะเบียนควบคุมข้อมูลข่าวสารลับ (ทขล. 3) ${officeTh}`, nameEn: `Secret control register, ${officeEn}` },
    ...registries.map((unit): BookSeed => ({
      code: `receive-${unit.code}`,
      kind: 'receive',
      unit: unit.code,
      nameTh: `ทะเบียนหนังสือรับ ${unit.nameTh}`,
      nameEn: `Receive register, ${unit.nameEn}`,
    })),
    ...orderPosts.map((post): BookSeed => ({
      code: `order-${post.code}`,
      kind: 'order',
      post: post.code,
      nameTh: `ทะเบียนคำสั่ง ${post.titleTh}`,
      nameEn: `Orders of the ${post.titleEn}`,
    })),
  ];
}

/** Which book numbers what: an order by its signer, a unit's receipt by the unit, everything else by kind. */
export function bookRulesOf(books: readonly BookSeed[]): readonly BookRuleSeed[] {
  const narrow = books.flatMap((book): BookRuleSeed[] => {
    if (book.post !== undefined) return [{ bookKind: book.kind, signerPost: book.post, book: book.code }];
    return book.unit === undefined ? [] : [{ bookKind: book.kind, ownerUnit: book.unit, book: book.code }];
  });
  const firstOfKind = books.filter((book, index) => books.findIndex(({ kind }) => kind === book.kind) === index);
  return [...narrow, ...firstOfKind.map((book): BookRuleSeed => ({ bookKind: book.kind, book: book.code }))];
}
