import type { Failure } from '@redress/domain/errors';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import type { PageFailure } from './failure.ts';
import { useLanguage } from './language.tsx';
import { actingPost } from './post.ts';
import { useLabels } from './use-labels.ts';

/** What every list says of the file that is wanted; its filter, order and columns are its own. */
interface Wanted {
  readonly format: 'xlsx' | 'csv';
}

class ExportFailed extends Error {
  readonly failure: PageFailure;
  constructor(failure: PageFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

const nameIn = (header: string | null, otherwise: string): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1];
  return encoded === undefined ? otherwise : decodeURIComponent(encoded);
};

/** Fetches the list as a file and hands it to the browser, as if a link to it had been pressed. */
export function useExport<W extends Wanted>(list: 'cases' | 'lawsuits') {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async (wanted: W) => {
      const post = actingPost.get();
      const answer = await fetch(`/api/exports/${list}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(post === null ? {} : { 'x-redress-post': post }) },
        body: JSON.stringify({ ...wanted, language }),
      }).catch(() => {
        throw new ExportFailed({ code: 'unreachable' });
      });
      if (!answer.ok) {
        const body = (await answer.json().catch(() => null)) as { failure?: Failure } | null;
        throw new ExportFailed(body?.failure ?? { code: 'unexpected' });
      }
      // A list that broke off half-way arrives as no file at all.
      const file = await answer.blob().catch(() => {
        throw new ExportFailed({ code: 'unreachable' });
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = nameIn(answer.headers.get('content-disposition'), `${list}.${wanted.format}`);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    onSuccess: () => void message.success(words.lists.export.done),
    onError: (error) =>
      void message.error(
        `${words.lists.export.failed}${words.colon}${labels.failure(error instanceof ExportFailed ? error.failure : { code: 'unexpected' })}`,
      ),
  });
}
