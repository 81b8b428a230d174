/** A part of the worker process that runs until it is stopped. */
export type Part = { stop(): Promise<void> };

export type PartLog = {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
};
