/** Passwords: argon2id with the parameters OWASP names (19 MiB, 2 passes); the hash carries its own parameters. */
import { hash, verify } from '@node-rs/argon2';

/** The package's default algorithm is argon2id. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** false for a wrong password and for a hash that cannot be read. */
export async function isPassword(password: string, hashed: string): Promise<boolean> {
  try {
    return await verify(hashed, password);
  } catch {
    return false;
  }
}
