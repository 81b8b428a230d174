import { Alert, Box, Button, CircularProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { NodeId } from '#domain/route/model';
import type { Finding } from '#domain/route/verify';
import { useFormat } from '../../../providers/i18n/use-format';
import { useFindingText } from './use-finding-text';
import type { Findings } from './use-findings';

/** What was found, errors first: each leads to its step, shows its path, and mends what is safe to mend. */
export function FindingsList({ found, canMend, onSelect, onShowPath, onMend }: {
  readonly found: Findings;
  readonly canMend: (finding: Finding) => boolean;
  readonly onSelect: (ids: readonly NodeId[]) => void;
  readonly onShowPath: (finding: Finding) => void;
  readonly onMend: (finding: Finding) => void;
}) {
  const translate = useTranslate();
  const textOf = useFindingText();
  const format = useFormat();
  const { findings, isCurrent, isFailed, ms } = found;
  return (
    <Stack spacing={1.5} component="section" aria-label={translate('designer.findings.title')}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }} role="status" aria-live="polite">
        {isCurrent || isFailed ? null : <CircularProgress size={16} aria-hidden />}
        <Typography variant="body2" color="text.secondary">{isFailed ? translate('designer.findings.failed') : isCurrent ? summary(findings, translate, format.number) : translate('designer.findings.checking')}</Typography>
      </Stack>
      {findings.map((finding) => (
        <Alert key={finding.id} severity={finding.severity} icon={false} sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
          <Box component="strong" sx={{ mr: 0.5 }}>{`${translate(`designer.findings.${finding.severity}`)}:`}</Box>
          {textOf(finding)}
          <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', mt: 0.5 }}>
            {finding.nodes.length === 0 ? null : <Button size="small" color="inherit" onClick={() => onSelect(finding.nodes)}>{translate('designer.findings.select')}</Button>}
            {finding.path === undefined || finding.path.length === 0 ? null : <Button size="small" color="inherit" onClick={() => onShowPath(finding)}>{translate('designer.findings.showPath')}</Button>}
            {canMend(finding) ? <Button size="small" variant="outlined" color="inherit" onClick={() => onMend(finding)}>{translate('designer.findings.mend')}</Button> : null}
          </Stack>
        </Alert>
      ))}
      {ms === null ? null : <Typography variant="caption" color="text.secondary" data-verify-ms={Math.round(ms)}>{translate('designer.findings.took', { ms: format.number(Math.max(1, Math.round(ms))) })}</Typography>}
    </Stack>
  );
}

/** How many of each severity, or that there is nothing. */
export function summary(findings: readonly Pick<Finding, 'severity'>[], translate: (key: string, options?: Record<string, unknown>) => string, number: (value: number) => string): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return translate('designer.findings.sound');
  const said = [...(errors === 0 ? [translate('designer.findings.sound')] : [translate('designer.findings.errors', { n: number(errors) })]), ...(warnings === 0 ? [] : [translate('designer.findings.warnings', { n: number(warnings) })])];
  return said.join(' · ');
}
