/** The English regions and the other nations, by which seats are listed. */
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

/** The URL slug of a region's page. */
export function toRegionSlug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
