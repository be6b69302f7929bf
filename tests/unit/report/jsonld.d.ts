/** The part of jsonld that tests call; the package brings no types. */

declare module 'jsonld' {
  const jsonld: {
    expand(document: object, options: object): Promise<object[]>
    toRDF(document: object, options: object): Promise<unknown>
  }
  export default jsonld
}
