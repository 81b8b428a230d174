import type { LetterFilter } from '#domain/access/filter';

/** Parameters of a statement that is put together: values never become part of its text. */
export type Params = {
  readonly values: unknown[];
  /** Takes a value; answers its place with its type. */
  add(value: unknown, type: string): string;
  /** Takes the parameters of an access filter that is compiled from the next place on. */
  filter(compile: (firstParam: number) => LetterFilter): LetterFilter;
};

export function createParams(): Params {
  const values: unknown[] = [];
  return {
    values,
    add(value, type) {
      values.push(value);
      return `$${values.length}::${type}`;
    },
    filter(compile) {
      const compiled = compile(values.length + 1);
      values.push(...compiled.params);
      return compiled;
    },
  };
}
