/** Letters to outside addresses: those with an e-mail address are written into the mail folder, ready to be sent. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMail } from '#db/repositories/mails';
import type { OutboxRow } from '#db/repositories/outbox';
import { textOf, type EffectDeps, type EffectResult } from './effect';

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

export async function mail({ pool, mailFolder }: EffectDeps, row: OutboxRow): Promise<EffectResult> {
  const found = await findMail(pool, textOf(row, 'deliveryId'));
  // Somebody takes a paper letter to the post; a recalled one goes nowhere.
  if (found === null || found.status === 'recalled' || mailFolder === null || !EMAIL.test(found.address)) return 'sent';
  await mkdir(mailFolder, { recursive: true });
  // Named by the delivery: written twice it is one mail. Nothing of the letter stands in the name.
  const path = join(mailFolder, `${found.deliveryId}.eml`);
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, compose(found));
  await rename(unfinished, path);
  return 'sent';
}

/** Classified letters are announced without subject and number: whoever is entitled fetches them. */
function compose({ address, name, from, email, subject, letterNo, secrecy, sentAt, deliveryId }: NonNullable<Awaited<ReturnType<typeof findMail>>>): string {
  const isOpen = secrecy === 'none';
  const title = isOpen ? `${subject ?? ''} (ที่ ${letterNo})` : 'มีหนังสือถึงท่าน';
  const text = isOpen ? `เรียน ${name}\n\n${from} ส่งหนังสือ ที่ ${letterNo} เรื่อง ${subject ?? ''}\n` : `เรียน ${name}\n\n${from} มีหนังสือถึงท่าน โปรดติดต่อรับที่หน่วยงานผู้ส่ง\n`;
  const encoded = (value: string): string => `=?UTF-8?B?${Buffer.from(value.replaceAll(/[\r\n]/g, ' ')).toString('base64')}?=`;
  return [
    `Message-ID: <${deliveryId}@saraban.local>`,
    `Date: ${new Date(sentAt).toUTCString()}`,
    `From: ${encoded(from)} <${email === '' ? 'saraban@localhost' : email}>`,
    `To: ${encoded(name)} <${address}>`,
    `Subject: ${encoded(title)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64').replaceAll(/(.{76})/g, '$1\r\n'),
    '',
  ].join('\r\n');
}
