import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig([
  globalIgnores(['.next/', 'lib/data/generated/', 'next-env.d.ts', 'var/', 'tests/.results/']),
  ...next,
  ...tseslint.configs.strict,
  {
    rules: {
      // Plain links: pages are static, a full load is fast, and next/link ships more JavaScript.
      '@next/next/no-html-link-for-pages': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
    },
  },
  { files: ['lib/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
])
