import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConfirmIrregular } from './confirm-irregular.tsx';
import { UiRoot } from './theme.tsx';

describe('before an irregular act', () => {
  it('asks for a reason of some length and hands it over without the spaces around it', async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    render(
      <UiRoot locale="zh-CN">
        <ConfirmIrregular
          open
          title="补记延长 30 日"
          why="晚于原期限届满"
          article="第六十二条"
          onConfirm={onConfirm}
          onCancel={vi.fn()}
          strings={{
            word: '不合常规',
            reason: '为什么仍要记入',
            reasonHint: '会留在经过里',
            required: '必填',
            tooShort: '至少 5 个字',
            confirm: '记入',
            cancel: '返回',
          }}
        />
      </UiRoot>,
    );
    const reason = screen.getByRole('textbox', { name: /为什么仍要记入/ });
    await user.type(reason, '  不够  ');
    await user.click(screen.getByRole('button', { name: '记入' }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(reason.getAttribute('aria-describedby')).toContain(screen.getByText('至少 5 个字').id);
    await user.clear(reason);
    await user.type(reason, ' 纸质审批单次日才转到 ');
    await user.click(screen.getByRole('button', { name: '记入' }));
    expect(onConfirm.mock.calls).toEqual([['纸质审批单次日才转到']]);
  });
});
