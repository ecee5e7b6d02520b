/** Whether the guardian ask applies to this nation: Scotland and Northern Ireland have guardians of their own. */
export function hasGuardianAsk(nation: string): boolean {
  return nation === 'England' || nation === 'Wales'
}
