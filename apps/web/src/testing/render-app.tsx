import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../app/app.tsx';
import type { Language } from '../lib/language.tsx';
import { server } from './server.ts';
import type { SmallOffice } from './small-office.ts';

/** The whole application at an address, in front of a small office. */
export function renderApp(office: SmallOffice, address: string, language: Language = 'zh-CN') {
  server.use(...office.handlers());
  const history = createMemoryHistory({ initialEntries: [address] });
  const user = userEvent.setup({ delay: null });
  const view = render(<App history={history} language={language} base={window.location.origin} />);
  return { ...view, history, user };
}
