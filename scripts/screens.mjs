import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startApplication } from './application.mjs';
import { launchBrowser } from './chromium.mjs';
import { root } from './tools.mjs';

/** The day on which every picture is taken. */
const DAY = process.env.REDRESS_TODAY || '2026-03-02';
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const folder = path.join(root, 'docs', 'screens');

// The screens themselves are listed beside the browser's tests.
const { takeScreens } = await import('../apps/web/e2e/screens.ts');

mkdirSync(folder, { recursive: true });
const application = await startApplication({ env: { REDRESS_TODAY: DAY } });
try {
  const browser = await launchBrowser();
  for (const [size, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    await takeScreens({
      url: application.url,
      context,
      size,
      /** Wait until nothing moves or loads, then write `<name>-<size>.png`: the whole page, or what is in sight. */
      save: async (page, name, whole = true) => {
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: path.join(folder, `${name}-${size}.png`),
          fullPage: whole,
          animations: 'disabled',
        });
        console.log(`docs/screens/${name}-${size}.png`);
      },
    });
    await context.close();
  }
  await browser.close();
} finally {
  await application.stop();
}
