/** The drawing of a card's chart: bars and hollow dots with their words, and the same in a text alternative. */

import { render } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { Chart } from '../../../../components/card/Chart.tsx'
import type { Chart as ChartModel } from '../../../../lib/card/figure-view.ts'
import { t } from '../words.ts'

const chart: ChartModel = {
  kind: 'years',
  bars: [
    { x: 10, y: 20, width: 28, height: 46, label: '2022', value: '90%' },
    { x: 90, y: 30, width: 28, height: 36, label: '2023', value: '70%' },
    { x: 170, y: 40, width: 28, height: 26, range: 5, label: '2024', value: '50–60%', lift: 6 },
  ],
  dots: [
    { x: 260, y: 25, width: 5, height: 5, label: 'January 2025', value: '80%', at: [262.5, 258] },
    { x: 300, y: 30, width: 5, height: 12, label: 'May 2025', value: '60–70%' },
  ],
  gaps: [],
  height: 80,
  description: '2022: 90%, 2023: 70%, 2024: 50–60%, January 2025: 80%, May 2025: 60–70%',
  own: 2,
  labelled: [0, 2],
}

function drawn(model: ChartModel): SVGElement {
  render(<Chart chart={model} t={t} />, document.body)
  return document.querySelector('.chart') as SVGElement
}
const groupOf = (svg: SVGElement, label: string) =>
  [...svg.querySelectorAll('g')].find((group) => group.textContent?.endsWith(label)) as SVGGElement
const attributes = (element: Element | null | undefined, ...names: string[]) =>
  names.map((name) => element?.getAttribute(name))
afterEach(() => render(null, document.body))

describe('the chart', () => {
  it('draws a dot for each part of a year, beside the bars', () => {
    const svg = drawn(chart)
    const dots = [...svg.querySelectorAll('.dot')]
    expect(dots.map((dot) => attributes(dot, 'x', 'y', 'width', 'height'))).toEqual([
      ['260', '25', '5', '5'],
      ['300', '30', '5', '12'],
    ])
    expect(svg.querySelectorAll('g')).toHaveLength(5)
  })

  it('never chooses a dot, nor writes its words for good', () => {
    const svg = drawn(chart)
    expect([...svg.querySelectorAll('.chosen')]).toEqual([groupOf(svg, '2024')])
    expect([...svg.querySelectorAll('.labelled')]).toEqual([groupOf(svg, '2022'), groupOf(svg, '2024')])
  })

  it('has label and value of each ready for the pointer, at the places that they were given', () => {
    const svg = drawn(chart)
    const words = (label: string) => [...groupOf(svg, label).querySelectorAll('text')]
    expect(words('January 2025').map(({ textContent }) => textContent)).toEqual(['80%', 'January 2025'])
    expect(words('January 2025').map((text) => attributes(text, 'x', 'y'))).toEqual([
      ['262.5', '21'],
      ['258', '78'],
    ])
    expect(attributes(words('May 2025')[0], 'x', 'y')).toEqual(['302.5', '26'])
    // Above range and dot: 40 - 5 - 6 - 4.
    expect(attributes(words('2024')[0], 'x', 'y')).toEqual(['184', '25'])
  })

  it('draws how far a range goes on: upwards over the years, to the right beside economies', () => {
    const rangesOf = (svg: SVGElement) =>
      [...svg.querySelectorAll('.range')].map((range) => attributes(range, 'x', 'y', 'width', 'height'))
    expect(rangesOf(drawn(chart))).toEqual([['170', '35', '28', '5']])
    const bars = [
      { x: 104, y: 4, width: 67, height: 11, range: 13, label: 'Japan', value: '60–72%', period: '2024' },
      { x: 104, y: 24, width: 50, height: 11, label: 'EU', value: '46%', period: '2024' },
    ]
    const beside = drawn({ ...chart, kind: 'economies', bars, dots: [], own: 1, labelled: [] })
    expect(rangesOf(beside)).toEqual([['171', '4', '13', '11']])
    expect(beside.querySelector('.chosen')).toBe(groupOf(beside, 'EU46%2024'))
    // Its value stands behind the range.
    expect([...beside.querySelectorAll('text')].map((text) => attributes(text, 'x')[0])).toEqual([
      '0',
      '190',
      '326',
      '0',
      '160',
      '326',
    ])
  })

  it('lets the pointer reach a dot and the bar behind it', () => {
    const svg = drawn(chart)
    const reach = (label: string) => attributes(groupOf(svg, label).querySelector('.reach'), 'y', 'height')
    expect(reach('January 2025')).toEqual(['23', '9'])
    expect(reach('2023')).toEqual(['0', '80'])
  })

  it('says all of it in its text alternative', () => {
    expect(drawn(chart).getAttribute('aria-label')).toBe(chart.description)
    // By keyboard what the pointer would be shown bar by bar.
    expect(document.querySelector('details > summary')?.textContent).toBe('Figures of the chart')
    expect(document.querySelector('details > p')?.textContent).toBe(chart.description)
  })

  it('draws bars alone where there are no dots', () => {
    const { dots: _, ...bars } = chart
    const svg = drawn(bars)
    expect(svg.querySelectorAll('.dot')).toHaveLength(0)
    expect(svg.querySelectorAll('g')).toHaveLength(3)
  })
})
