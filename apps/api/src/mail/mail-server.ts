/**
 * The mail server that SMTP_URL names. A mail is handed over, or it is known what became of it: refused for good, refused
 * for now, or, when the server fell silent after it had begun to take the text, unknown. The words of the server are
 * never kept: they repeat addresses.
 */
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Kept the same for the same mail, so that a second copy would be seen to be one. */
  readonly messageId: string;
}

/** `again`: nothing was taken, it may be tried later. `refused`: for good. `unknown`: it may have been taken. */
export type MailFate = 'again' | 'refused' | 'unknown';

export class MailError extends Error {
  readonly fate: MailFate;
  /** unreachable, timeout, closed, no-tls, sign-in-refused, or the server's number. */
  readonly code: string;
  /** Not this mail but the server: the next one would fare the same. */
  readonly ofServer: boolean;
  constructor(fate: MailFate, code: string, ofServer: boolean) {
    super(code);
    this.name = 'MailError';
    this.fate = fate;
    this.code = code;
    this.ofServer = ofServer;
  }
}

export interface MailServer {
  readonly host: string;
  readonly from: string;
  /** @throws MailError */
  send(mail: Mail): Promise<void>;
}

export interface MailServerOptions {
  readonly url: string;
  readonly from: string;
  /** ms for each wait: to connect, for the greeting, and for every answer. */
  readonly patience?: number;
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

function fateOf(error: unknown, begun: boolean): MailError {
  const { code, responseCode, message = '' } = error as SmtpError;
  if (code === 'EAUTH') return new MailError('again', 'sign-in-refused', true);
  if (code === 'ETLS' || /STARTTLS/i.test(message)) return new MailError('again', 'no-tls', true);
  if (responseCode !== undefined && responseCode >= 400) {
    const ofServer = responseCode === 421;
    return new MailError(responseCode >= 500 ? 'refused' : 'again', String(responseCode), ofServer);
  }
  // An address that cannot be written into an envelope is the mail's own fault.
  if (code === 'EENVELOPE') return new MailError('refused', 'address', false);
  const silent =
    code === 'ETIMEDOUT' ? 'timeout' : code === 'ECONNECTION' || code === 'ESOCKET' ? 'closed' : 'unreachable';
  return begun ? new MailError('unknown', silent, true) : new MailError('again', silent, true);
}

/** A server by its address, e.g. smtp://user:password@mail.example:587. Anything but this machine must offer TLS, unless the address ends in ?requireTLS=false. */
export function mailServer(o: MailServerOptions): MailServer {
  const address = new URL(o.url);
  const patience = o.patience ?? 20_000;
  const secure = address.protocol === 'smtps:';
  const { searchParams: settings } = address;
  const user = decodeURIComponent(address.username);
  return {
    host: address.host,
    from: o.from,
    async send(mail) {
      // The server says 354 once it takes the text: from then on silence leaves open what became of it.
      let begun = false;
      const listen = (entry: unknown, words: unknown) => {
        const { tnx } = (entry ?? {}) as { tnx?: string };
        if (tnx === 'server' && /^354/.test(String(words))) begun = true;
      };
      const none = () => undefined;
      const transport = createTransport({
        host: address.hostname,
        port: address.port === '' ? (secure ? 465 : 587) : Number(address.port),
        secure,
        requireTLS: !secure && !isLoopback(address.hostname) && settings.get('requireTLS') !== 'false',
        ...(settings.get('requireTLS') === 'true' ? { requireTLS: true } : {}),
        ...(isLoopback(address.hostname) ? { tls: { rejectUnauthorized: false } } : {}),
        ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(address.password) } }),
        connectionTimeout: patience,
        greetingTimeout: patience,
        dnsTimeout: patience,
        socketTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
        transactionLog: true,
        debug: true,
        logger: { level: none, trace: none, debug: listen, info: none, warn: none, error: none, fatal: none },
      });
      try {
        await transport.sendMail({
          from: o.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId: mail.messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw fateOf(error, begun);
      } finally {
        transport.close();
      }
    },
  };
}
