import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CheckList } from './check-list.tsx';

test('each line says its state in a word, what was found and where the law says so', () => {
  render(
    <CheckList
      label="受理前核对"
      lines={[
        { key: 'a', state: 'warning', stateLabel: '不符合', name: '管辖', said: '由市政府管辖', article: '第二十四条' },
        { key: 'b', state: 'ok', stateLabel: '符合', name: '申请期限', said: '在期限内' },
      ]}
    />,
  );
  const [first, second] = within(screen.getByRole('list', { name: '受理前核对' })).getAllByRole('listitem');
  expect(first?.textContent).toBe('管辖不符合由市政府管辖 第二十四条');
  expect(second?.textContent).toBe('申请期限符合在期限内');
});

test('while it is being checked anew it says so to those who hear the page', () => {
  render(<CheckList label="受理前核对" lines={[]} busy />);
  expect(screen.getByRole('list').getAttribute('aria-busy')).toBe('true');
});
