/** What a step is about, in the address: a thing of the suit, and the organ it is about, after a tilde. */
export const aboutOf = (id: string, organId?: string | null): string =>
  organId === undefined || organId === null ? id : `${id}~${organId}`;

export function readAbout(about: string | null): { readonly id: string | null; readonly organId: string | null } {
  if (about === null) return { id: null, organId: null };
  const [id = '', organId = ''] = about.split('~');
  return { id: id === '' ? null : id, organId: organId === '' ? null : organId };
}
