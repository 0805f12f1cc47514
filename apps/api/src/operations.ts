/** What the application was told about mail and backups, for those who run it: settings, never a password. */
import type { MailServer } from './mail/mail-server.ts';

export interface BackupSettings {
  /** Where backups lie. */
  readonly dir: string;
  /** How many daily ones are kept; 0: none is made by itself. */
  readonly keep: number;
  /** They are made by themselves, once a day. */
  readonly scheduled: boolean;
}

export interface Operations {
  /** The mail server; null where none is set. */
  readonly mail: MailServer | null;
  /** The address that links in mails begin with; null: no link. */
  readonly publicUrl: string | null;
  readonly backup: BackupSettings;
  /** The data folder: stored files lie in it. */
  readonly dataDir: string;
  /** What somebody set going and nobody waits for; the application's end does. */
  readonly underWay: Set<Promise<unknown>>;
}
