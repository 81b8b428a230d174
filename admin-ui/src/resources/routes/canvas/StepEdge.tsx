import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, IconButton, useTheme } from '@mui/material';
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../providers/i18n/use-format';
import { useDesigner } from '../designer-context';

export type DrawnLine = Edge<{ readonly label: string; readonly from: string; readonly to: string }, 'line'>;

const LABEL = { bgcolor: 'background.paper', color: 'text.primary', border: 1, borderColor: 'divider', borderRadius: 1, px: 0.75, fontSize: 12, whiteSpace: 'nowrap' } as const;

/** A line with the outcome that takes it, whether a test case does, and the way to put a step into it. */
export function StepEdge({ id, data, selected = false, markerEnd, ...ends }: EdgeProps<DrawnLine>) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const format = useFormat();
  const { ask, isReadOnly, played, casesOn } = useDesigner();
  const cases = casesOn(id);
  const [path, x, y] = getSmoothStepPath({ ...ends, borderRadius: 12 });
  const isLit = played?.edges.has(id) ?? false;
  const colour = selected || isLit ? palette.primary.main : palette.text.secondary;
  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={24} {...(markerEnd === undefined ? {} : { markerEnd })} style={{ stroke: colour, strokeWidth: selected || isLit ? 3 : 1.5, ...(cases === 0 ? { strokeDasharray: '7 5' } : {}), opacity: played !== null && !isLit ? 0.4 : 1 }} />
      <EdgeLabelRenderer>
        <Box className="nodrag nopan" sx={{ position: 'absolute', transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`, display: 'flex', alignItems: 'center', gap: 0.25, pointerEvents: 'all' }}>
          <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
          {data === undefined || data.label === '' ? null : <Box component="span" sx={LABEL}>{data.label}</Box>}
          {cases === null ? null : <Box component="span" data-cases={cases} sx={{ ...LABEL, color: cases === 0 ? 'warning.main' : 'success.main' }}>{cases === 0 ? translate('designer.coverage.untested') : `✓ ${format.number(cases)}`}</Box>}
          </Box>
          {isReadOnly ? null : (
            <IconButton
              size="small"
              tabIndex={selected ? 0 : -1}
              aria-label={`${translate('designer.act.insert')}: ${translate('designer.canvas.edge', { from: data?.from ?? '', to: data?.to ?? '', outcome: data?.label ?? '' })}`}
              onClick={() => ask({ what: 'insert', edgeId: id })}
              sx={{ p: 0, width: 22, height: 22, bgcolor: 'background.paper', border: 1, borderColor: 'divider', '&:hover': { bgcolor: 'background.paper' } }}
            >
              <AddIcon sx={{ fontSize: 16 }} />
            </IconButton>
          )}
        </Box>
      </EdgeLabelRenderer>
    </>
  );
}
