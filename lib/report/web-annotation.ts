/**
 * A page report as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/): each mention is an
 * annotation whose target is the words on the page, by quote and by position, and whose bodies name the entry and say the
 * figure with its sources. Terms beyond the model's own are Dublin Core, whose prefix the model's context declares.
 */

import { plainJson } from './plain.ts'
import {
  figureInLine,
  type PageReport,
  type ReportedFigure,
  type ReportedMention,
  type ReportedSource,
} from './report.ts'

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
export const MEDIA_TYPE = 'application/ld+json'

type Json = Record<string, unknown>

/** JSON text; `newId` gives an IRI that is nobody else's, such as a `urn:uuid:`. */
export function pageAnnotations(report: PageReport, newId: () => string): string {
  const collection = newId()
  const items = report.mentions.map((mention) => annotationOf(mention, report, newId()))
  const json = JSON.stringify(
    {
      '@context': CONTEXT,
      id: collection,
      type: 'AnnotationCollection',
      label: report.title || report.address,
      created: report.readAt,
      generator: { type: 'Software', name: 'Tradegloss' },
      total: items.length,
      ...(items.length > 0 && {
        first: { id: newId(), type: 'AnnotationPage', partOf: collection, startIndex: 0, items },
      }),
    },
    null,
    2,
  )
  return `${plainJson(json)}\n`
}

function annotationOf(mention: ReportedMention, report: PageReport, id: string): Json {
  const { quote, prefix, suffix, start, figure } = mention
  return {
    id,
    type: 'Annotation',
    motivation: 'describing',
    created: report.readAt,
    body: [
      {
        type: 'TextualBody',
        purpose: 'tagging',
        format: 'text/plain',
        language: report.reportLanguage,
        value: mention.title,
        'dcterms:identifier': mention.entry,
        'dcterms:subject': mention.category,
        'dcterms:isPartOf': editionName(report),
      },
      ...(figure ? [figureBody(figure, report)] : []),
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: report.address,
        type: 'Text',
        format: 'text/html',
        language: report.language,
        ...(report.title && { 'dcterms:title': report.title }),
        ...(report.date && { 'dcterms:issued': report.date }),
      },
      state: { type: 'TimeState', sourceDate: report.readAt },
      selector: [
        { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        ...(start === null ? [] : [{ type: 'TextPositionSelector', start, end: start + [...quote].length }]),
      ],
    },
  }
}

const editionName = ({ edition }: PageReport) => `Tradegloss dataset ${edition}`

const figureBody = (figure: ReportedFigure, report: PageReport): Json => ({
  type: 'TextualBody',
  purpose: 'describing',
  format: 'text/plain',
  language: report.reportLanguage,
  value: [figureInLine(figure), ...figure.notes].join(' '),
  'dcterms:identifier': figure.ids,
  ...(figure.period && { 'dcterms:temporal': figure.period }),
  'dcterms:isPartOf': editionName(report),
  'dcterms:source': figure.sources.map(sourceOf),
})

/** A source by its address where it has one that can be linked, else by name alone. */
const sourceOf = ({ url, publisher, title, published }: ReportedSource): Json => ({
  ...(url !== null && { id: url }),
  'dcterms:publisher': publisher,
  ...(title && { 'dcterms:title': title }),
  ...(published && { 'dcterms:issued': published }),
})
