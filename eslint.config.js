import next from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig([
  globalIgnores([
    '.next/',
    'lib/shared/database/generated/',
    'public/scripts/',
    'next-env.d.ts',
    'var/',
    'tests/.results/',
  ]),
  ...next,
  ...tseslint.configs.strict,
  {
    rules: {
      // Plain links: pages are static, a full load is fast, and next/link ships more JavaScript.
      '@next/next/no-html-link-for-pages': 'off',
      // Two drawn SVG files of known size: nothing to optimise.
      '@next/next/no-img-element': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
    },
  },
  {
    // What only types can tell: a promise that nobody waits for, a case left out.
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['lib/cli/**', 'lib/server/**', 'lib/shared/framework-log.ts', 'tests/**'], rules: { 'no-console': 'off' } },
  // Playwright's fixtures call a function named `use`, which is no React hook.
  { files: ['tests/e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
])
