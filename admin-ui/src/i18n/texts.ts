/** The shape of a catalogue with any words in it: what one language has, the other must have. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
