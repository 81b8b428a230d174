/** E-mail by the operator's SMTP server. */
import { createTransport } from 'nodemailer';
import type { SmtpConfig } from './config';

export type Mail = { readonly to: { readonly name: string; readonly address: string }; readonly subject: string; readonly text: string };
export type Mailer = {
  /** Hands one mail to the server; throws where it does not take it. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

const CONNECT_MS = 10_000;
const SOCKET_MS = 30_000;

/** Opens a connection when the first mail is sent. */
export function createMailer({ url, from }: SmtpConfig): Mailer {
  const transport = createTransport({ url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SOCKET_MS, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      // Nobody is to answer, and no holiday's answering machine either.
      await transport.sendMail({ from, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
}
