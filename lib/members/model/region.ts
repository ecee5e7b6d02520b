/** The parts of the UK by which seats are listed: the English regions and the other nations. */
export const regions = [
  'North East',
  'North West',
  'Yorkshire and the Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
  'Scotland',
  'Wales',
  'Northern Ireland',
].map((name) => ({ name, slug: toRegionSlug(name) }))

/** The last part of the address of a region's page. */
export function toRegionSlug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
