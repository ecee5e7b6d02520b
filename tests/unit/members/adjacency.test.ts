import { expect, test } from 'vitest'
import { listNeighbours } from '@/lib/members/model/adjacency'

test('areas that share a vertex are neighbours of each other', () => {
  const neighbours = listNeighbours([
    {
      code: 'west',
      points: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    },
    {
      code: 'east',
      points: [
        [1, 0],
        [2, 0],
        [1, 1],
      ],
    },
    {
      code: 'far',
      points: [
        [1, 1],
        [9, 9],
      ],
    },
  ])
  expect(neighbours.get('west')).toEqual(new Set(['east', 'far']))
  expect(neighbours.get('far')).toEqual(new Set(['west', 'east']))
})

test('an island is joined with the nearest across the water, measured on the ground', () => {
  const neighbours = listNeighbours([
    { code: 'island', points: [[0, 60]] },
    {
      code: 'north',
      points: [
        [0, 60.8],
        [0, 61],
      ],
    },
    {
      code: 'east',
      points: [
        [1, 60],
        [0, 61],
      ],
    }, // at 60° north a degree of longitude is half as long
  ])
  expect(neighbours.get('island')).toEqual(new Set(['east']))
  expect(neighbours.get('east')).toEqual(new Set(['north', 'island']))
})

test('one area alone has no neighbour', () => {
  expect(listNeighbours([{ code: 'alone', points: [[0, 0]] }]).get('alone')).toEqual(new Set())
})
