import './src/testing/server.ts';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A page loads its route's code and asks the API: on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 10_000 });

// What antd asks of a browser and jsdom does not have.
window.matchMedia ??= (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});
Element.prototype.scrollIntoView ??= () => undefined;
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// Measuring a scroll bar asks for the style of a pseudo-element, which jsdom answers with a printed error.
const styleOf = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => styleOf(element);

afterEach(cleanup);
