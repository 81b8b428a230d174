import AddIcon from '@mui/icons-material/AddOutlined';
import ConnectIcon from '@mui/icons-material/ArrowForwardOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import DuplicateIcon from '@mui/icons-material/ContentCopyOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import ForeignIcon from '@mui/icons-material/PersonOffOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, IconButton, Paper, Tooltip } from '@mui/material';
import { Handle, type Node, type NodeProps, NodeToolbar, Position } from '@xyflow/react';
import { useTranslate } from 'react-admin';
import { stepForms } from '#domain/route/steps/forms';
import type { RouteNode } from '#domain/route/model';
import { StepBox } from '../../../components/StepBox';
import { useLocalName } from '../../../providers/auth/use-session';
import type { ToneName } from '../../../theme/theme';
import { only } from '../editor/editor-state';
import { useDesigner } from '../designer-context';

export type DrawnStep = Node<{ readonly step: RouteNode }, 'step'>;

/** Steps of one group have one colour; the kind is written on each. */
const TONES: { readonly [G in (typeof stepForms)['start']['group']]: ToneName } = { people: 'info', registry: 'good', flow: 'calm', time: 'warm' };
const HANDLE = { width: 14, height: 14 };

/** A step on the canvas with its handles, what was found of it, and what can be done with it. */
export function StepNode({ data: { step }, selected }: NodeProps<DrawnStep>) {
  const { played, isReadOnly } = useDesigner();
  const localName = useLocalName();
  const isLit = played !== null && played.nodes.has(step.id);
  const isAt = played?.at.includes(step.id) === true;
  const form = stepForms[step.type];
  return (
    <>
      {isReadOnly ? null : <StepTools step={step} />}
      <Box sx={{ opacity: played === null || isLit ? 1 : 0.4, transition: 'opacity 200ms' }} data-played={isAt ? 'at' : isLit ? 'passed' : undefined}>
        <StepBox label={localName({ th: step.name, en: step.nameEn ?? '' })} kind={localName(form.label)} tone={isAt ? 'hot' : TONES[form.group]} sign={isAt ? '●' : isLit ? '✓' : ''} isStrong={selected || isAt}>
          {step.type === 'start' ? null : <Handle type="target" position={Position.Top} style={HANDLE} isConnectable={!isReadOnly} />}
          {step.type === 'end' ? null : <Handle type="source" position={Position.Bottom} style={HANDLE} isConnectable={!isReadOnly} />}
          <Marks step={step} />
        </StepBox>
      </Box>
    </>
  );
}

/** A sign for what was found of the step; the words are in its settings and in the list. */
function Marks({ step }: { readonly step: RouteNode }) {
  const { findingsOf, foreignOf } = useDesigner();
  const translate = useTranslate();
  const found = findingsOf(step.id);
  const foreign = foreignOf(step);
  const isError = found.some(({ severity }) => severity === 'error');
  return (
    <Box sx={{ position: 'absolute', top: 2, right: 3, display: 'flex', '& svg': { fontSize: 17 } }}>
      {foreign.length === 0 ? null : <Tooltip title={translate('designer.notice.foreign', { codes: foreign.join(', ') })}><ForeignIcon role="img" aria-label={translate('designer.canvas.foreign')} /></Tooltip>}
      {found.length === 0 ? null : isError ? <ErrorIcon color="error" role="img" aria-label={translate('designer.findings.error')} /> : <WarningIcon color="warning" role="img" aria-label={translate('designer.findings.warning')} />}
    </Box>
  );
}

function StepTools({ step }: { readonly step: RouteNode }) {
  const translate = useTranslate();
  const { editor, ask, openSettings } = useDesigner();
  const isAlone = editor.selection.nodes.length === 1 && editor.selection.nodes[0] === step.id;
  const tools = [
    ...(step.type === 'end' ? [] : [
      { label: 'designer.act.addNext', icon: AddIcon, run: () => ask({ what: 'next', from: step.id }) },
      { label: 'designer.act.connect', icon: ConnectIcon, run: () => ask({ what: 'connect', from: step.id }) },
    ]),
    { label: 'designer.act.settings', icon: SettingsIcon, run: () => openSettings(step.id) },
    ...(step.type === 'start' ? [] : [{ label: 'designer.act.duplicate', icon: DuplicateIcon, run: () => editor.duplicate([step.id]) }]),
    { label: 'designer.act.remove', icon: DeleteIcon, run: () => editor.remove(only(step.id)) },
  ];
  return (
    <NodeToolbar isVisible={isAlone} position={Position.Right} align="start">
      <Paper variant="outlined" sx={{ display: 'flex', flexDirection: 'column' }}>
        {tools.map(({ label, icon: Icon, run }) => (
          <Tooltip key={label} title={translate(label)} placement="right">
            <IconButton size="small" aria-label={`${translate(label)}: ${step.name}`} onClick={run}><Icon fontSize="small" /></IconButton>
          </Tooltip>
        ))}
      </Paper>
    </NodeToolbar>
  );
}
