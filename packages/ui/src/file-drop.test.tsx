import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DroppedFile } from './file-drop.tsx';
import { FileDrop } from './file-drop.tsx';

const strings = {
  choose: '选择文件',
  orDrop: '或拖到这里',
  remove: (name: string) => `移除 ${name}`,
  removeShort: '移除',
  retry: '重传',
};

const files: DroppedFile[] = [
  { key: 'a', name: '申请书.pdf', state: 'done', stateLabel: '已上传' },
  { key: 'b', name: '光盘.iso', state: 'failed', stateLabel: '未上传', error: '超过 200 MB' },
  { key: 'c', name: '照片.jpg', state: 'sending', stateLabel: '40%', progress: 0.4 },
];

describe('handing in files', () => {
  it('says how each one fares, and why one was not taken', () => {
    render(<FileDrop label="材料" files={files} onFiles={vi.fn()} strings={strings} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByRole('alert').textContent).toBe('超过 200 MB');
    expect(screen.getByRole('progressbar', { name: '照片.jpg' }).getAttribute('value')).toBe('0.4');
  });

  it('says on the screen which files are meant, not only to those who hear the page', () => {
    render(<FileDrop label="扫描件" files={[]} onFiles={vi.fn()} strings={strings} />);
    expect(screen.getByText('扫描件').className).not.toContain('rd-sr');
    expect(screen.getByRole('group', { name: '扫描件' })).toBeTruthy();
  });

  it('removes and tries again the file that was meant', async () => {
    const user = userEvent.setup();
    const onRemove = vi.fn();
    const onRetry = vi.fn();
    render(
      <FileDrop label="材料" files={files} onFiles={vi.fn()} onRemove={onRemove} onRetry={onRetry} strings={strings} />,
    );
    await user.click(screen.getByRole('button', { name: '移除 申请书.pdf' }));
    await user.click(screen.getByRole('button', { name: /重传/ }));
    expect(onRemove.mock.calls).toEqual([['a']]);
    expect(onRetry.mock.calls).toEqual([['b']]);
  });

  it('hands over chosen and dropped files, and none when it is switched off', async () => {
    const onFiles = vi.fn();
    const file = new File(['x'], '答复.pdf');
    const { container, rerender } = render(<FileDrop label="材料" files={[]} onFiles={onFiles} strings={strings} />);
    await userEvent.setup().upload(screen.getByLabelText('材料', { selector: 'input' }), file);
    const zone = container.querySelector('.rd-drop-zone');
    if (zone === null) throw new Error('no zone');
    fireEvent.drop(zone, { dataTransfer: { files: [file] } });
    expect(onFiles.mock.calls).toEqual([[[file]], [[file]]]);
    rerender(<FileDrop label="材料" files={[]} onFiles={onFiles} strings={strings} disabled />);
    fireEvent.drop(zone, { dataTransfer: { files: [file] } });
    expect(onFiles).toHaveBeenCalledTimes(2);
  });
});
