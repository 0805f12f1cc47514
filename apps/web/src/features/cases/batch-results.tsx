import { Chip, type ChipTone } from '@redress/ui/chip';
import { ProgressBar } from '@redress/ui/progress-bar';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { copyText } from '../../lib/copy-text.ts';
import { useWords } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import type { BatchRun, ItemState } from './batch-run.ts';

const tones: Record<ItemState['is'], ChipTone> = { waiting: 'dotted', running: 'ink', done: 'jade', refused: 'red' };

/** A batch while it runs and after: how far it is, and what became of each case. */
export function BatchResults({ run, onClose }: { run: BatchRun; onClose: () => void }) {
  const words = useWords();
  const labels = useLabels();
  const { message } = App.useApp();
  const w = words.lists.batch;
  const items = run.batch?.items ?? [];
  const stateOf = (id: string): ItemState => run.states.get(id) ?? { is: 'waiting' };
  const count = (is: ItemState['is']) => items.filter((item) => stateOf(item.id).is === is).length;
  const [done, refused] = [count('done'), count('refused')];
  const said = (state: ItemState) => (state.is === 'refused' ? labels.failure(state.failure) : '');

  async function copy() {
    const lines = items.map((item) => {
      const state = stateOf(item.id);
      return [item.number, w.state[state.is], said(state)].filter((part) => part !== '').join('\t');
    });
    if (await copyText(lines.join('\n'))) void message.success(w.copied);
  }

  return (
    <>
      <ProgressBar
        label={w.progress}
        value={done + refused}
        max={Math.max(items.length, 1)}
        text={run.isRunning ? w.running(done + refused, items.length) : w.finished(done, refused)}
      />
      <p className="rd-muted">{run.isRunning ? w.keepOpen : ''}</p>
      <h2 className="rw-batch-heading">{w.results}</h2>
      <ul className="rw-planned" aria-label={w.results}>
        {items.map((item) => {
          const state = stateOf(item.id);
          return (
            <li key={item.id} data-state={state.is}>
              <span className="rw-planned-case">
                <Link to="/cases/$id" params={{ id: item.id }}>
                  {item.number}
                </Link>
              </span>
              <Chip tone={tones[state.is]}>{w.state[state.is]}</Chip>
              {state.is === 'refused' && <span className="rw-planned-what">{said(state)}</span>}
            </li>
          );
        })}
      </ul>
      {!run.isRunning && (
        <div className="rw-actions">
          {refused > 0 && (
            <button type="button" className="rd-btn" data-look="primary" onClick={run.again}>
              {w.again(refused)}
            </button>
          )}
          <button type="button" className="rd-btn" onClick={() => void copy()}>
            {w.copy}
          </button>
          <button type="button" className="rd-btn" onClick={onClose}>
            {words.close}
          </button>
        </div>
      )}
    </>
  );
}
