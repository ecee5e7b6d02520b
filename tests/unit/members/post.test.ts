import { expect, test } from 'vitest'
import { composePostTitle } from '@/lib/members/model/post'

test.each([
  ['Minister of State (Home Office)', 'Home Office', 'Minister of State, Home Office'],
  ['Minister of State', 'Home Office', 'Minister of State, Home Office'],
  [
    'Minister of State (Home Office) (Ministry of Justice)',
    'Home Office',
    'Minister of State, Home Office, Ministry of Justice',
  ],
  [
    'Parliamentary Under-Secretary of State',
    'Ministry of Justice',
    'Parliamentary Under-Secretary of State, Ministry of Justice',
  ],
  ['Secretary of State for the Home Department', 'Home Office', 'Secretary of State for the Home Department'],
  ['Chancellor of the Exchequer', 'HM Treasury', 'Chancellor of the Exchequer'],
  ['Shadow Minister (Home Office)', null, 'Shadow Minister, Home Office'],
  ['Prime Minister', null, 'Prime Minister'],
])('%s of %s is shown as %s', (name, department, title) => {
  expect(composePostTitle(name, department)).toBe(title)
})
