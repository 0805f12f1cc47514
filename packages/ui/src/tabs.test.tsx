import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Tabs } from './tabs.tsx';

function Held() {
  const [selected, setSelected] = useState('ledger');
  return (
    <Tabs
      label="案件各部分"
      selected={selected}
      onSelect={setSelected}
      items={[
        { key: 'overview', label: '概览' },
        { key: 'ledger', label: '经过', count: 17 },
        { key: 'parties', label: '当事人', count: 3 },
      ]}
    >
      {selected}
    </Tabs>
  );
}

describe('the parts of a case', () => {
  it('is one tab stop; the arrows change the part and go round', async () => {
    const user = userEvent.setup();
    render(<Held />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: '经过17' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tabpanel', { name: '当事人3' }).textContent).toBe('parties');
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tabpanel', { name: '概览' }).textContent).toBe('overview');
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    expect(screen.getAllByRole('tab', { selected: true })).toHaveLength(1);
  });
});
