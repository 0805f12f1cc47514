import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef } from 'react';
import { useWords } from './language.tsx';

/**
 * Asks before what was typed into a drawer is lost: on closing it, on the browser's back button, on closing the page.
 * The answer is a function to call when leaving is right (the step was saved).
 */
export function useTypedGuard(typed: boolean): () => void {
  const words = useWords();
  const { modal } = App.useApp();
  const free = useRef(false);
  const asks = () => typed && !free.current;
  useBlocker({
    enableBeforeUnload: asks,
    shouldBlockFn: async () => {
      if (!asks()) return false;
      const leave = await modal.confirm({
        title: words.step.leaveTitle,
        content: words.step.leaveDetail,
        okText: words.step.leave,
        cancelText: words.step.stay,
        icon: null,
      });
      return !leave;
    },
  });
  return () => {
    free.current = true;
  };
}
