/** The few calls of the sign-in endpoints that are not tRPC: signing in and out, and the list of sign-ins. */

export type SignInProblem = 'wrong' | 'locked' | 'refused' | 'too-many' | 'unreachable';

export interface SignedInSession {
  readonly id: string;
  readonly token: string;
  readonly userAgent: string | null;
  readonly ipAddress: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

async function call(path: string, body?: unknown): Promise<Response> {
  return fetch(`/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** null when signed in; otherwise why not. */
export async function signIn(username: string, password: string): Promise<SignInProblem | null> {
  let answer: Response;
  try {
    answer = await call('/sign-in/username', { username, password });
  } catch {
    return 'unreachable';
  }
  // Read in any case: an answer left unread stays open until the next page.
  const text = await answer.text().catch(() => '');
  if (answer.ok) return null;
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  if (/lock/i.test(code)) return 'locked';
  if (/demo/i.test(code)) return 'refused';
  if (answer.status === 429) return 'too-many';
  if (answer.status >= 500) return 'unreachable';
  return 'wrong';
}

export async function signOut(): Promise<void> {
  await (await call('/sign-out', {})).text();
}

async function readJson<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`auth answered ${answer.status}`);
  return (await answer.json()) as T;
}

export const listSessions = async (): Promise<readonly SignedInSession[]> => readJson(await call('/list-sessions'));

/** The session of this very browser, to mark it in the list. */
export async function currentSessionToken(): Promise<string | null> {
  const body = await readJson<{ session?: { token?: string } } | null>(await call('/get-session'));
  return body?.session?.token ?? null;
}

export async function revokeSession(token: string): Promise<void> {
  await readJson(await call('/revoke-session', { token }));
}

export async function revokeOtherSessions(): Promise<void> {
  await readJson(await call('/revoke-other-sessions', {}));
}

export type PasswordProblem = 'wrong' | 'short' | 'same' | 'unreachable';

/** null when it was changed; every other sign-in has ended then. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordProblem | null> {
  let answer: Response;
  try {
    answer = await call('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
  } catch {
    return 'unreachable';
  }
  const text = await answer.text().catch(() => '');
  if (answer.ok) return null;
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  if (code === 'PASSWORD_UNCHANGED') return 'same';
  if (/PASSWORD_TOO_(SHORT|LONG)/.test(code)) return 'short';
  return answer.status >= 500 ? 'unreachable' : 'wrong';
}
