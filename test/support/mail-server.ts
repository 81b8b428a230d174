/** A mail server of the test's own: takes every mail, or refuses them for as long as it is told to. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { readonly to: readonly string[]; readonly subject: string; readonly text: string; readonly raw: string };
export type MailServer = { readonly url: string; readonly mails: ReceivedMail[]; refuse(isRefusing: boolean): void; close(): Promise<void> };

export async function openMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(isRefusing ? new Error('mailbox is full') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...read(raw), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`, mails,
    refuse: (refuses) => {
      isRefusing = refuses;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Heading and text of a mail with one part. */
function read(raw: string): { readonly subject: string; readonly text: string } {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(end + 4);
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'));
  const text = isBase64 ? Buffer.from(body.replaceAll(/\s/g, ''), 'base64').toString('utf8') : decodeQuoted(body);
  return { subject: header('Subject').replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_, kind: string, value: string) => (kind.toUpperCase() === 'B' ? Buffer.from(value, 'base64').toString('utf8') : decodeQuoted(value.replaceAll('_', ' ')))), text };
}

const decodeQuoted = (text: string): string =>
  Buffer.from(text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
