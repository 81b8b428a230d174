import { useCallback, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { type DefaultValues, type FieldErrors, type FieldValues, type Path, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { ContractText } from '#domain/contracts/common';
import { ApiError } from '../../providers/data/api-error';

type Issue = z.core.$ZodIssue;
type Text = readonly [key: string, options?: Record<string, unknown>];

/** Texts that a contract names itself; the table keeps zod out of the first page. */
const NAMED: { readonly [T in ContractText]: true } = { notPrintable: true, codeFormat: true, loginFormat: true, emailFormat: true, phoneFormat: true, oneLead: true, twice: true, bookPattern: true, oneIssuer: true, longAgo: true };

/** What is wrong with a field, as a text key. The contract says what; these say it to a person. */
export function issueText(issue: Issue): Text {
  if (issue.message in NAMED) return [`validation.${issue.message}`];
  if (issue.code === 'too_small') return issue.origin === 'string' && Number(issue.minimum) <= 1 ? ['ra.validation.required'] : ['ra.validation.minValue', { min: Number(issue.minimum) }];
  if (issue.code === 'too_big') return [issue.origin === 'string' ? 'ra.validation.maxLength' : 'ra.validation.maxValue', { max: Number(issue.maximum) }];
  if (issue.code === 'invalid_type') return ['ra.validation.required'];
  if (issue.code === 'invalid_format' && (issue.format === 'date' || issue.format === 'datetime')) return ['validation.date'];
  if (issue.code === 'invalid_format' && issue.format === 'uuid') return ['ra.validation.required'];
  return ['validation.invalid'];
}

/** A contract at hand, or how to fetch it: contracts are a large script that a page need not wait for to be drawn. */
export type Contract<B> = z.ZodType<unknown, B> | (() => Promise<z.ZodType<unknown, B>>);

/**
 * A form checked by the contract of its endpoint before anything is sent; what the API still finds wrong is shown at its
 * field (`showRefusal`).
 *
 * @param toBody turns what stands in the form into the endpoint's body
 */
export function useContractForm<V extends FieldValues, B>(args: {
  readonly schema: Contract<B>;
  readonly defaultValues: DefaultValues<V>;
  readonly toBody: (values: V) => B;
  /** Field of the form that a path of the body belongs to, where the names differ. */
  readonly fieldOf?: (path: string) => string;
}): UseFormReturn<V> & { readonly showRefusal: (error: unknown) => void } {
  const translate = useTranslate();
  const { schema, toBody, fieldOf } = args;
  const form = useForm<V>({
    defaultValues: args.defaultValues,
    mode: 'onTouched',
    resolver: async (values) => {
      const result = (await atHand(schema)).safeParse(toBody(values));
      if (result.success) return { values, errors: {} };
      const errors: Record<string, { type: string; message: string }> = {};
      for (const issue of result.error.issues) {
        const path = issue.path.join('.');
        const name = fieldOf?.(path) ?? String(issue.path[0] ?? 'root');
        const [key, options] = issueText(issue);
        errors[name] ??= { type: issue.code, message: translate(key, options) };
      }
      // One flat error per field of the form; `FieldErrors` describes the same for nested forms.
      return { values: {}, errors: errors as unknown as FieldErrors<V> };
    },
  });
  const { setError } = form;
  useEffect(() => {
    // Fetched while the reader begins to type; where that fails, it is tried again when it is needed.
    void atHand(schema).catch(() => undefined);
  }, [schema]);
  const showRefusal = useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return;
      for (const [path, message] of error.fields) {
        const name = fieldOf?.(path) ?? path.split('.')[0] ?? 'root';
        // The API names fields of the body, which the form has under the same or the mapped name.
        setError(name as Path<V>, { type: 'server', message }, { shouldFocus: true });
      }
    },
    [fieldOf, setError],
  );
  return { ...form, showRefusal };
}

function atHand<B>(schema: Contract<B>): Promise<z.ZodType<unknown, B>> {
  return typeof schema === 'function' ? schema() : Promise.resolve(schema);
}

/** Asks before the browser tab is closed with something unsaved in it. */
export function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
