import { Box, Button, Stack, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { NodeType } from '#domain/route/model';
import { stepForms } from '#domain/route/steps/forms';
import { useLocalName } from '../../providers/auth/use-session';
import { DRAG_TYPE } from './canvas/drag-type';

const GROUPS = ['people', 'registry', 'flow', 'time'] as const;
const TYPES = Object.keys(stepForms) as NodeType[];

/** Every kind of step in plain words: pressed, it is added where it is of most use; dragged, where it is dropped. */
export function Palette({ onAdd }: { readonly onAdd: (type: NodeType) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  return (
    <Stack component="section" aria-label={translate('designer.palette.title')} spacing={1.5} sx={{ p: 1.5 }}>
      <Typography variant="body2" color="text.secondary">{translate('designer.palette.help')}</Typography>
      {GROUPS.map((group) => (
        <Box key={group}>
          <Typography variant="subtitle2" component="h3" sx={{ mb: 0.75 }}>{translate(`designer.palette.group.${group}`)}</Typography>
          <Stack spacing={0.5}>
            {TYPES.filter((type) => stepForms[type].group === group).map((type) => (
              <Tooltip key={type} title={localName(stepForms[type].help)} placement="right" describeChild>
                <Button
                  draggable
                  size="small"
                  variant="outlined"
                  color="inherit"
                  sx={{ justifyContent: 'flex-start', cursor: 'grab' }}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DRAG_TYPE, type);
                    event.dataTransfer.effectAllowed = 'copy';
                  }}
                  onClick={() => onAdd(type)}
                >
                  {localName(stepForms[type].label)}
                </Button>
              </Tooltip>
            ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  );
}
