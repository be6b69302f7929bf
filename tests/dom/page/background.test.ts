/** Light or dark, by the colour behind a text. */

import { beforeEach, describe, expect, it } from 'vitest'
import { isDarkBehind, luminance } from '../../../lib/page/background.ts'

describe('luminance', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 1)', 0],
    ['rgb(255, 0, 0)', 0.2126],
    ['rgb(0, 255, 0)', 0.7152],
    ['rgb(0, 0, 255)', 0.0722],
    ['rgb(119, 119, 119)', 0.184],
    ['rgb(10, 10, 10)', 0.003],
    ['rgba(0, 0, 0, 0.5)', 0],
    ['rgb(127.5, 127.5, 127.5)', 0.212],
  ])('%s is %f', (color, expected) => expect(luminance(color)).toBeCloseTo(expected, 2))

  it.each([
    'rgba(0, 0, 0, 0)',
    'rgba(0, 0, 0, 0.49)',
    'transparent',
    '',
    'white',
    'color(srgb 0 0 0)',
    'oklch(0.2 0 0)',
  ])('"%s" says nothing', (color) => expect(luminance(color)).toBeNull())
})

describe('isDarkBehind', () => {
  beforeEach(() => {
    document.documentElement.removeAttribute('style')
    document.body.removeAttribute('style')
    document.body.innerHTML = '<main id="m"><p id="p"><b id="b">x</b></p></main>'
  })
  const get = (id: string) => document.getElementById(id) as HTMLElement

  it('is light where the page paints nothing', () => expect(isDarkBehind(get('b'))).toBe(false))
  it('takes the nearest painted background', () => {
    document.body.style.backgroundColor = 'rgb(255, 255, 255)'
    get('m').style.backgroundColor = 'rgb(20, 20, 20)'
    expect(isDarkBehind(get('b'))).toBe(true)
    get('p').style.backgroundColor = 'rgb(250, 250, 250)'
    expect(isDarkBehind(get('b'))).toBe(false)
  })
  it('looks through what is transparent', () => {
    document.body.style.backgroundColor = 'rgb(0, 0, 0)'
    get('p').style.backgroundColor = 'rgba(255, 255, 255, 0.1)'
    expect(isDarkBehind(get('b'))).toBe(true)
  })
})
