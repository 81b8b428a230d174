import type { FieldError, Problem } from '#domain/contracts/common';

/** The code used where no answer came at all: network down, server gone. Has a text like every code of the API. */
const NO_ANSWER = 'NO_ANSWER';

/** What the API refused, or that it could not be reached (`NO_ANSWER`, status 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message);
  }

  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with the fields of the request, each with its name in the reader's language. */
  get fieldErrors(): readonly FieldError[] {
    const { fields: listed } = this.problem.details;
    return Array.isArray(listed) ? listed.filter(isFieldError) : [];
  }

  /** Fields that the refusal names: path below the body (`subject`, `documents.0.documentId`) → message. */
  get fields(): ReadonlyMap<string, string> {
    const { field } = this.problem.details;
    if (typeof field === 'string') return new Map([[field, this.problem.message]]);
    return new Map(this.fieldErrors.map(({ path, message }) => [path.replace(/^body\./, ''), message]));
  }
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value && typeof value.path === 'string';
}

export const noAnswer = (): ApiError => new ApiError(0, { code: NO_ANSWER, message: NO_ANSWER, details: {}, requestId: '' });

/** No answer came: whether the act was done is not known, and the same key may be sent again. */
export const isNoAnswer = (error: unknown): boolean => error instanceof ApiError && error.code === NO_ANSWER;
