import { defineConfig } from 'vitest/config';
import { gradus } from '../../../src/vitest/plugin.js';

export default defineConfig({ plugins: [gradus({ include: ['docs/**/*.md'] })] });
