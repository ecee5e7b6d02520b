/** The post towns of Northern Ireland, each with its postcode districts, as Royal Mail has them. */
const postTowns: Record<string, number[]> = {
  Belfast: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  Holywood: [18],
  Bangor: [19, 20],
  Donaghadee: [21],
  Newtownards: [22, 23],
  Ballynahinch: [24],
  Dromore: [25],
  Hillsborough: [26],
  Lisburn: [27, 28],
  Crumlin: [29],
  Downpatrick: [30],
  Castlewellan: [31],
  Banbridge: [32],
  Newcastle: [33],
  Newry: [34, 35],
  Newtownabbey: [36, 37],
  Carrickfergus: [38],
  Ballyclare: [39],
  Larne: [40],
  Antrim: [41],
  Ballymena: [42, 43, 44],
  Magherafelt: [45],
  Maghera: [46],
  Londonderry: [47, 48],
  Limavady: [49],
  Coleraine: [51, 52],
  Ballymoney: [53],
  Ballycastle: [54],
  Portstewart: [55],
  Portrush: [56],
  Bushmills: [57],
  Armagh: [60, 61],
  Craigavon: [62, 63, 64, 65, 66, 67],
  Caledon: [68],
  Aughnacloy: [69],
  Dungannon: [70, 71],
  Enniskillen: [74, 92, 93, 94],
  Fivemiletown: [75],
  Clogher: [76],
  Augher: [77],
  Omagh: [78, 79],
  Cookstown: [80],
  Castlederg: [81],
  Strabane: [82],
}

const towns = new Map(
  Object.entries(postTowns).flatMap(([town, districts]) =>
    districts.map((district): [string, string] => [`BT${district}`, town]),
  ),
)

// Where the list of places isn't enough: cities in several constituencies or under another name, a town with a namesake in
// another county (BT25 is Dromore in County Down), and small ones that it lacks.
const known: Partial<Record<string, string[]>> = {
  Belfast: ['Belfast East', 'Belfast North', 'Belfast South and Mid Down', 'Belfast West'],
  Londonderry: ['Foyle', 'East Londonderry'],
  Lisburn: ['Lagan Valley', 'Belfast West', 'South Antrim'],
  Newry: ['Newry and Armagh', 'South Down'],
  Newtownabbey: ['Belfast North', 'South Antrim', 'East Antrim'],
  Bangor: ['North Down'],
  Dromore: ['Lagan Valley', 'Upper Bann'],
  Newcastle: ['South Down'],
  Caledon: ['Fermanagh and South Tyrone', 'Newry and Armagh'],
  Aughnacloy: ['Fermanagh and South Tyrone'],
  Clogher: ['Fermanagh and South Tyrone'],
  Augher: ['Fermanagh and South Tyrone'],
}

/** The post town of an outcode such as `BT7`; null where there is none. */
export function findPostTown(outcode: string): string | null {
  return towns.get(outcode) ?? null
}

/** The names of the constituencies that a post town lies in, likeliest first; null where the list of places knows. */
export function listKnownConstituencies(town: string): string[] | null {
  return known[town] ?? null
}
