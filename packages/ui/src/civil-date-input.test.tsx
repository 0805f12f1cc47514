import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { CivilDateStrings } from './civil-date-input.tsx';
import { CivilDateInput } from './civil-date-input.tsx';
import { FormField } from './form-field.tsx';

const strings: CivilDateStrings = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  openCalendar: '打开月历',
  previousMonth: '上一月',
  nextMonth: '下一月',
  monthTitle: (year, month) => `${year}年${month}月`,
  dayName: (day) => `第 ${day}`,
  placeholder: '年-月-日',
  problems: {
    format: '写法不对',
    'no-such-day': '没有这一天',
    'before-min': '太早',
    'after-max': '太晚',
  },
};

function Held(props: {
  start?: string | null;
  min?: string;
  max?: string;
  onDay: (day: string | null) => void;
  error?: string;
}) {
  const [day, setDay] = useState<string | null>(props.start ?? null);
  return (
    <FormField label="收到之日" error={props.error}>
      {(control) => (
        <CivilDateInput
          {...control}
          value={day}
          min={props.min}
          max={props.max}
          today="2026-02-05"
          strings={strings}
          onChange={(next) => {
            setDay(next);
            props.onDay(next);
          }}
        />
      )}
    </FormField>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /收到之日/ });

describe('a civil day', () => {
  it('is taken as soon as it is whole, with its weekday beside it', async () => {
    const onDay = vi.fn();
    render(<Held onDay={onDay} />);
    await userEvent.setup().type(field(), '20260224');
    expect(onDay.mock.calls).toEqual([['2026-02-24']]);
    expect(screen.getByTestId('weekday').textContent).toBe('周二');
  });

  it('waits with a short form until one leaves the field, and writes it out then', async () => {
    const user = userEvent.setup();
    const onDay = vi.fn();
    render(<Held onDay={onDay} />);
    await user.type(field(), '2026.2.3');
    expect(onDay).not.toHaveBeenCalled();
    await user.tab();
    expect(onDay.mock.calls).toEqual([['2026-02-03']]);
    expect(field().value).toBe('2026-02-03');
  });

  it.each([
    ['2026-02-30', '没有这一天'],
    ['下周', '写法不对'],
    ['2026-02-06', '太晚'],
    ['2025-12-31', '太早'],
  ])(
    'says why %s is not taken, ties the words to the field and never passes it for an empty one',
    async (text, message) => {
      const user = userEvent.setup();
      const onDay = vi.fn();
      render(<Held start="2026-01-20" min="2026-01-01" max="2026-02-05" onDay={onDay} />);
      await user.clear(field());
      await user.type(field(), text);
      await user.tab();
      const problem = screen.getByText(message);
      expect(field().getAttribute('aria-invalid')).toBe('true');
      expect(field().getAttribute('aria-describedby')).toContain(problem.id);
      expect(onDay.mock.calls.at(-1)).toEqual([text]);
    },
  );

  it('is no error while half written, and none when emptied', async () => {
    const user = userEvent.setup();
    const onDay = vi.fn();
    render(<Held start="2026-02-03" onDay={onDay} />);
    await user.type(field(), '{Backspace}');
    expect(field().getAttribute('aria-invalid')).toBeNull();
    await user.clear(field());
    await user.tab();
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(onDay.mock.calls).toEqual([[null]]);
  });

  it('shows a day set from outside', () => {
    const { rerender } = render(
      <CivilDateInput aria-label="日" value="2026-02-03" onChange={vi.fn()} strings={strings} />,
    );
    rerender(<CivilDateInput aria-label="日" value="2026-03-01" onChange={vi.fn()} strings={strings} />);
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('2026-03-01');
    rerender(<CivilDateInput aria-label="日" value={null} onChange={vi.fn()} strings={strings} />);
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('');
  });

  it('shows an error from its form and is described by it', () => {
    render(<Held onDay={vi.fn()} error="收到之日必填" />);
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByText('收到之日必填').id);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });
});

describe('its calendar', () => {
  it('opens on the day, moves by key and gives the day chosen', async () => {
    const user = userEvent.setup();
    const onDay = vi.fn();
    render(<Held start="2026-02-27" onDay={onDay} />);
    await user.click(screen.getByRole('button', { name: '打开月历' }));
    const at = () => document.activeElement?.getAttribute('data-day');
    expect(at()).toBe('2026-02-27');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(at()).toBe('2026-03-01');
    await user.keyboard('{PageUp}');
    expect(at()).toBe('2026-02-01');
    await user.keyboard('{ArrowDown}{Home}');
    expect(at()).toBe('2026-02-02');
    await user.keyboard('{Enter}');
    expect(onDay.mock.calls).toEqual([['2026-02-02']]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(field().value).toBe('2026-02-02');
  });

  it('turns the month by its buttons and gives the day pressed', async () => {
    const user = userEvent.setup();
    const onDay = vi.fn();
    render(<Held onDay={onDay} />);
    await user.click(screen.getByRole('button', { name: '打开月历' }));
    expect(screen.getByRole('gridcell', { name: '第 2026-02-05' }).getAttribute('aria-current')).toBe('date');
    await user.click(screen.getByRole('button', { name: '上一月' }));
    expect(screen.getByRole('grid', { name: '2026年1月' })).toBeTruthy();
    await user.click(screen.getByRole('gridcell', { name: '第 2026-01-31' }));
    expect(onDay.mock.calls).toEqual([['2026-01-31']]);
  });

  it('does not give a day outside its limits', async () => {
    const user = userEvent.setup();
    const onDay = vi.fn();
    render(<Held start="2026-02-05" max="2026-02-05" onDay={onDay} />);
    await user.click(screen.getByRole('button', { name: '打开月历' }));
    await user.click(screen.getByRole('gridcell', { name: '第 2026-02-06' }));
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onDay).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
