import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { Link, useRouter } from '@tanstack/react-router';
import { useWords } from '../lib/language.tsx';

/** An address this application does not have. */
export function NotFoundPage() {
  const words = useWords();
  return (
    <main className="rw-alone">
      <EmptyState
        page
        title={words.errors.notFoundTitle}
        detail={words.errors.notFoundDetail}
        action={
          <Link className="rd-btn" data-look="primary" to="/">
            {words.errors.toStart}
          </Link>
        }
      />
    </main>
  );
}

/** A page that threw: nothing was written by it, so reading it again is safe. */
export function PageError() {
  const words = useWords();
  const router = useRouter();
  return (
    <main className="rw-alone">
      <ErrorState
        title={words.errors.pageTitle}
        detail={words.errors.pageDetail}
        retry={{ label: words.retry, onRetry: () => void router.invalidate() }}
      />
    </main>
  );
}
