/** Helplines, the most urgent first. */
export const helplines = [
  { name: 'In immediate danger, call', phone: '999' },
  { name: 'Modern Slavery & Exploitation Helpline:', phone: '08000 121 700' },
  { name: 'NSPCC, if you’re worried about a child:', phone: '0808 800 5000' },
  { name: 'Childline, for children and young people:', phone: '0800 1111' },
] as const
