import type { Browser } from 'playwright-core';

/** A headless Chromium: the machine's own, else the one from the registry (`REDRESS_CHROMIUM=bundled` asks for it). */
export function launchBrowser(): Promise<Browser>;
