import { defineConfig } from 'vitest/config';
import { gradus } from './src/vitest/plugin.js';

// Test files share their workers (`isolate: false`): importing mathjs once per file would cost
// about a second each. So no test may leave changed globals, mocks or timers behind.
export default defineConfig({
  plugins: [gradus({ include: ['proofs/**/*.md'], timeLimit: 120 })],
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    reporters: ['default'],
    // How long a test may take says nothing of what it tests: the limits only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
  },
});
