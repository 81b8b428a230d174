import { FormHelperText, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { findFact } from '#domain/route/facts';
import type { DecisionTable } from '#domain/route/model';
import { sayComparison, sayValue } from '#domain/route/say';
import { useLocalName } from '../../../providers/auth/use-session';
import type { FieldEditorProps } from './types';

/** The table to read: what each row asks and sets. */
export function TableEditor({ value, context, label, help, error }: FieldEditorProps<DecisionTable>) {
  const translate = useTranslate();
  const localName = useLocalName();
  if (value === undefined) return null;
  return (
    <Stack spacing={1} role="group" aria-label={label} sx={{ overflowX: 'auto' }}>
      <Typography variant="subtitle2" component="h4">{label}</Typography>
      <Table size="small" aria-label={label}>
        <TableHead><TableRow>{[...value.inputs, ...value.outputs].map((name) => <TableCell key={name}>{localName(findFact(name)) || name}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {value.rules.map((rule) => (
            <TableRow key={rule.id}>
              {rule.when.map((cell, at) => <TableCell key={`when${at}`}>{cell === null ? translate('officeRoute.any') : sayComparison({ field: value.inputs[at] ?? '', ...cell }, context.words)}</TableCell>)}
              {rule.then.map((then, at) => <TableCell key={`then${at}`}>{sayValue(value.outputs[at] ?? '', then, context.words)}</TableCell>)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}
