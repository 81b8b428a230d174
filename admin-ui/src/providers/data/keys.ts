/** First parts of the query keys, by which live hints say what to ask for again. */
export const keys = {
  inbox: ['inbox'],
  letter: ['letter'],
  letters: ['letters'],
  commands: ['commands'],
  notices: ['notices'],
  books: ['books'],
  people: ['people'],
  directory: ['directory'],
  supervision: ['supervision'],
  calendar: ['calendar'],
  system: ['system'],
  access: ['access'],
  audit: ['audit'],
  handOver: ['handOver'],
  setUp: ['setUp'],
  routeChoice: ['routeChoice'],
} as const;
