/** Light or dark, by the colour behind a text. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isDarkBehind, isTransparent, luminance } from '../../../lib/page/darkness.ts'

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
    ['color(srgb 0.07 0.09 0.15)', 0.008],
    ['color(srgb 1 1 1 / 0.9)', 1],
    ['oklch(0.21 0.034 264.665)', 0.009],
    ['oklab(0.97 0 0)', 0.913],
    ['lab(100 0 0)', 1],
    ['color(srgb none 0 0)', 0],
    ['color(srgb 1 none none)', 0.2126],
    ['color(display-p3 1 1 1)', 1],
    ['oklch(0.2 0 none)', 0.008],
    ['lch(20 5 30 / 0.8)', 0.03],
  ])('%s is %f', (color, expected) => expect(luminance(color)).toBeCloseTo(expected, 2))

  it.each([
    'rgba(0, 0, 0, 0)',
    'rgba(0, 0, 0, 0.49)',
    'transparent',
    '',
    'white',
    'oklch(0.2 0 0 / 0.3)',
    'color(xyz-d65 0.1 0.1 0.9)',
    'color(rec2020 0.05 0.05 0.6)',
    'color(srgb-linear 0 0 1)',
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
  it('looks behind a shadow root', () => {
    document.body.style.backgroundColor = 'rgb(0, 0, 0)'
    const root = get('p').attachShadow({ mode: 'open' })
    root.textContent = 'x'
    expect(isDarkBehind(root.firstChild as Text)).toBe(true)
  })
  it('goes by the text where the page paints no colour, but a picture', () => {
    document.body.style.backgroundImage = 'url("night.png")'
    document.body.style.color = 'rgb(220, 220, 220)'
    expect(isDarkBehind(get('b').firstChild as Text)).toBe(true)
    get('b').style.color = 'rgb(0, 0, 0)'
    expect(isDarkBehind(get('b').firstChild as Text)).toBe(true)
    get('b').style.color = 'rgb(220, 220, 220)'
    get('p').style.color = 'rgb(90, 90, 90)'
    expect(isDarkBehind(get('b').firstChild as Text)).toBe(false)
    document.body.style.backgroundColor = 'rgb(255, 255, 255)'
    get('p').style.color = 'rgb(255, 255, 255)'
    expect(isDarkBehind(get('b'))).toBe(false)
  })
  it('asks the browser where the page paints nothing and comes in both', () => {
    const isDark = vi.spyOn(window, 'matchMedia')
    document.documentElement.style.colorScheme = 'light dark'
    isDark.mockReturnValue({ matches: true } as MediaQueryList)
    expect(isDarkBehind(get('b'))).toBe(true)
    isDark.mockReturnValue({ matches: false } as MediaQueryList)
    expect(isDarkBehind(get('b'))).toBe(false)
    document.documentElement.style.colorScheme = 'dark'
    expect(isDarkBehind(get('b'))).toBe(true)
    isDark.mockRestore()
  })
})

describe('isTransparent', () => {
  it.each([
    ['rgba(0, 0, 0, 0)', true],
    ['rgba(0, 0, 0, 0.4)', true],
    ['rgba(0, 0, 0, 0.9)', false],
    ['rgb(1, 2, 3)', false],
    ['oklch(0.2 0.1 30 / 0.2)', true],
    ['oklch(0.2 0.1 30)', false],
  ])('%s: %s', (backgroundColor, expected) => {
    const style = vi.spyOn(window, 'getComputedStyle')
    style.mockReturnValue({ backgroundColor, backgroundImage: 'none' } as CSSStyleDeclaration)
    expect(isTransparent(document.body)).toBe(expected)
    style.mockRestore()
  })

  it('is no picture, whatever its colour', () => {
    const style = vi.spyOn(window, 'getComputedStyle')
    const backgroundColor = 'rgba(0, 0, 0, 0)'
    style.mockReturnValue({ backgroundColor, backgroundImage: 'none' } as CSSStyleDeclaration)
    const seen = ['img', 'video', 'canvas', 'a'].map((name) => isTransparent(document.createElement(name)))
    expect(seen).toEqual([false, false, false, true])
    style.mockReturnValue({ backgroundColor, backgroundImage: 'url("a.png")' } as CSSStyleDeclaration)
    expect(isTransparent(document.body)).toBe(false)
    style.mockRestore()
  })
})
