/** The post this browser tab acts from; sent with every request. An id, no personal data. */
const key = 'redress.post';

export const actingPost = {
  get: (): string | null => window.sessionStorage.getItem(key),
  set: (postId: string): void => window.sessionStorage.setItem(key, postId),
  clear: (): void => window.sessionStorage.removeItem(key),
};
