import { whenParentIsGone } from './parent.mjs';
import { buildWeb } from './web.mjs';

try {
  process.env.REDRESS_WEB_DIST ??= await buildWeb();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
whenParentIsGone(() => process.kill(process.pid, 'SIGTERM'));
// In this very process: signals reach the application itself, and its exit code is ours.
await import('../apps/api/src/main.ts');
