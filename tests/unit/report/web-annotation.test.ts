/** A page report as W3C Web Annotations: the model's own demands, and JSON-LD whose every term means something. */

import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { pageAnnotations } from '../../../lib/report/web-annotation.ts'
import { ANNOTATION_TERMS } from './annotation-terms.ts'
import { REPORT } from './sample.ts'

interface Selector {
  type: string
  exact?: string
  start?: number
  end?: number
}
interface Annotation {
  '@context'?: unknown
  id: string
  type: string
  body: { type: string; value: string; purpose: string; 'dcterms:source'?: object[] }[]
  target: { source: { id: string }; selector: Selector[] }
}
interface Collection {
  '@context': string
  id: string
  type: string
  total: number
  first?: { id: string; type: string; partOf: string; startIndex: number; items: Annotation[] }
}

let ids = 0
const written = (report = REPORT) => JSON.parse(pageAnnotations(report, () => `urn:uuid:${++ids}`)) as Collection
const items = () => written().first?.items ?? []

/** Nothing is fetched: the context is here, and nothing else is asked for. */
const documentLoader = (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked for ${url}`)
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': ANNOTATION_TERMS } })
}
const expand = (json: object) => jsonld.expand(json, { documentLoader, safe: true })

describe('the collection', () => {
  it('has what the model demands of a collection and its page', () => {
    const { first, ...collection } = written()
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 3,
    })
    expect(first).toMatchObject({ type: 'AnnotationPage', partOf: collection.id, startIndex: 0 })
    expect(first?.items).toHaveLength(3)
  })

  it('gives everything an IRI of its own', () => {
    const { id, first } = written()
    const all = [id, first?.id, ...(first?.items.map((each) => each.id) ?? [])]
    expect(new Set(all).size).toBe(5)
    for (const each of all) expect(each).toMatch(/^urn:uuid:/)
  })

  it('quotes to the letter what nobody sees, and shows it as a number', () => {
    const title = 'Rare\u202e earths\u009b2J \u2066'
    const text = pageAnnotations({ ...REPORT, title }, () => 'urn:uuid:1')
    expect(text).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect((JSON.parse(text) as { label: string }).label).toBe(title)
  })

  it('of a page without mentions is empty, and has no page', () => {
    const empty = written({ ...REPORT, mentions: [] })
    expect(empty.total).toBe(0)
    expect(empty).not.toHaveProperty('first')
  })
})

describe('an annotation', () => {
  it('points at the words by quote and by position, in code points', () => {
    const [first, second, third] = items()
    expect(first?.target.source.id).toBe(REPORT.address)
    expect(first?.target.selector).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'rare earths',
        prefix: 'about 60% of its ',
        suffix: ' from China, said "A, B".',
      },
      { type: 'TextPositionSelector', start: 120, end: 131 },
    ])
    expect(second?.target.selector[1]).toEqual({ type: 'TextPositionSelector', start: 400, end: 402 })
    expect(third?.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector'])
  })

  it('names the entry, and says the figure with its ids, edition and sources', () => {
    const [first, second] = items()
    expect(first?.body).toHaveLength(2)
    expect(first?.body[0]).toMatchObject({
      purpose: 'tagging',
      value: 'Rare earths',
      'dcterms:identifier': 'rare-earths',
    })
    expect(first?.body[1]).toMatchObject({
      purpose: 'describing',
      value: 'Japan buys 60–72% of its rare earths from China (2024, sources differ)',
      'dcterms:identifier': ['rare-earths-import-share-jpn-chn-2024', 'du-072'],
      'dcterms:isPartOf': 'Tradegloss dataset 2026.11.1',
    })
    expect(first?.body[1]?.['dcterms:source']).toEqual([
      {
        id: 'https://example.org/flow',
        'dcterms:publisher': 'JOGMEC',
        'dcterms:title': 'Mineral flow',
        'dcterms:issued': '2025',
      },
      { 'dcterms:publisher': 'Old gazette' },
    ])
    expect(second?.body).toHaveLength(1)
  })
})

describe('as JSON-LD', () => {
  it('expands in safe mode: no term is without meaning, none is dropped', async () => {
    const [collection] = (await expand(written())) as Record<string, unknown>[]
    const text = JSON.stringify(collection)
    expect(collection?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection'])
    for (const name of [
      'hasTarget',
      'hasBody',
      'hasSource',
      'hasSelector',
      'exact',
      'start',
      'motivatedBy',
      'hasState',
    ])
      expect(text).toContain(`http://www.w3.org/ns/oa#${name}`)
    expect(text).toContain('"http://purl.org/dc/terms/source"')
  })

  it('would not expand with a term that the context lacks', async () =>
    expect(expand({ ...written(), quotation: 'x' })).rejects.toThrow('Safe mode'))

  it('has one statement of target and source for each mention', async () => {
    const quads = (await jsonld.toRDF(written(), {
      documentLoader,
      format: 'application/n-quads',
      safe: true,
    })) as string
    expect(quads.match(/oa#hasTarget>/g)).toHaveLength(3)
    expect(quads.match(/oa#exact>/g)).toHaveLength(3)
    expect(quads.match(/oa#hasSource> <https:\/\/www\.reuters\.com\/a\/\?b=/g)).toHaveLength(3)
  })
})
