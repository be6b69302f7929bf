/**
 * The terms of the Web Annotation context (http://www.w3.org/ns/anno.jsonld) that our annotations use, as the Web
 * Annotation Vocabulary defines them (https://www.w3.org/TR/annotation-vocab/, appendix A). The test must not fetch it.
 */

const AS = 'http://www.w3.org/ns/activitystreams#'
const DCTERMS = 'http://purl.org/dc/terms/'
const OA = 'http://www.w3.org/ns/oa#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

const node = (id: string) => ({ '@type': '@id', '@id': id })
const typed = (id: string, type: string) => ({ '@id': id, '@type': `${XSD}${type}` })
const word = (id: string) => ({ '@id': id, '@type': '@vocab' })

export const ANNOTATION_TERMS = {
  dcterms: DCTERMS,
  id: { '@id': '@id', '@type': '@id' },
  type: { '@id': '@type', '@type': '@id' },
  Annotation: `${OA}Annotation`,
  Text: 'http://purl.org/dc/dcmitype/Text',
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  TimeState: `${OA}TimeState`,
  Software: `${AS}Application`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  describing: `${OA}describing`,
  tagging: `${OA}tagging`,
  body: node(`${OA}hasBody`),
  target: node(`${OA}hasTarget`),
  source: node(`${OA}hasSource`),
  selector: node(`${OA}hasSelector`),
  state: node(`${OA}hasState`),
  motivation: word(`${OA}motivatedBy`),
  purpose: word(`${OA}hasPurpose`),
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  start: typed(`${OA}start`, 'nonNegativeInteger'),
  end: typed(`${OA}end`, 'nonNegativeInteger'),
  sourceDate: typed(`${OA}sourceDate`, 'dateTime'),
  created: typed(`${DCTERMS}created`, 'dateTime'),
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  name: 'http://xmlns.com/foaf/0.1/name',
  generator: node(`${AS}generator`),
  total: typed(`${AS}totalItems`, 'nonNegativeInteger'),
  first: node(`${AS}first`),
  partOf: node(`${AS}partOf`),
  startIndex: typed(`${AS}startIndex`, 'nonNegativeInteger'),
  items: { ...node(`${AS}items`), '@container': '@list' },
}
