import { EmptyState } from '@redress/ui/empty-state';
import { Link } from '@tanstack/react-router';
import { useWords } from './language.tsx';

/** A page the acting post has no business on; nothing was asked of the server. */
export function NotPermitted() {
  const words = useWords();
  return (
    <div className="rw-alone">
      <EmptyState
        title={words.errors.notPermittedTitle}
        detail={words.errors.notPermittedDetail}
        action={
          <Link className="rd-btn" to="/">
            {words.errors.toStart}
          </Link>
        }
      />
    </div>
  );
}
