import { Graph, layout } from '@dagrejs/dagre';
import { Box, FormControl, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { Background, Controls, type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { LetterPage } from '#domain/contracts/letter-page';
import { Panel } from '../../../components/Page';
import { useLocalName } from '../../../providers/auth/use-session';

type RouteView = LetterPage['routes'][number];
type StepState = RouteView['nodes'][number]['state'];
type StepNode = Node<{ readonly label: string; readonly kind: string; readonly state: StepState; readonly stateLabel: string }, 'step'>;

const WIDTH = 190;
const HEIGHT = 62;
const STATE_SIGN: { readonly [K in StepState]: string } = { current: '●', visited: '✓', ahead: '○' };

function Step({ data }: NodeProps<StepNode>) {
  const { tones, palette } = useTheme();
  const isCurrent = data.state === 'current';
  const tone = data.state === 'ahead' ? tones.muted : data.state === 'visited' ? tones.good : tones.info;
  return (
    <Box
      aria-label={`${data.label} (${data.stateLabel})`}
      sx={{
        width: WIDTH, minHeight: HEIGHT, px: 1, py: 0.75, borderRadius: 1.5, bgcolor: tone.ground, color: tone.ink, textAlign: 'center', fontSize: 13.5, lineHeight: 1.4,
        border: isCurrent ? `3px solid ${palette.primary.main}` : `1px solid ${palette.divider}`, fontWeight: isCurrent ? 700 : 500,
        display: 'flex', flexDirection: 'column', justifyContent: 'center',
      }}
    >
      <Handle type="target" position={Position.Top} style={{ opacity: 0 }} isConnectable={false} />
      <span>{STATE_SIGN[data.state]} {data.label}</span>
      <Box component="span" sx={{ fontSize: 11.5, fontWeight: 400, opacity: 0.85 }}>{data.kind}</Box>
      <Handle type="source" position={Position.Bottom} style={{ opacity: 0 }} isConnectable={false} />
    </Box>
  );
}
const NODE_TYPES = { step: Step };

/** The route drawn, with where the letter is now; the routes of units it was given to can be chosen. Read only. */
export default function RouteGraph({ letter }: { readonly letter: LetterPage }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { palette } = useTheme();
  const [frameId, setFrameId] = useState<string | null>(null);
  const route = letter.routes.find((each) => each.frameId === frameId) ?? letter.routes[0];
  const { nodes, edges, height } = useMemo(() => {
    if (route === undefined) return { nodes: [], edges: [], height: 0 };
    return draw(route, { localName, stateLabel: (state) => translate(`route.state.${state}`), kindLabel: (type) => translate(`nodeType.${type}`, { _: type }), taken: palette.primary.main, ahead: palette.text.secondary });
    // Texts change with the language, which redraws the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [route, palette]);
  if (route === undefined) return null;
  const nameOf = (each: RouteView): string =>
    [localName(each.name), each.unit === null ? '' : localName(each.unit.name), each.role === 'info' ? translate('assign.info') : ''].filter((text) => text !== '').join(' · ');

  return (
    <Panel
      title={translate('letter.route')}
      actions={letter.routes.length < 2 ? undefined : (
        <FormControl sx={{ width: 'auto', minWidth: 200, maxWidth: '100%' }}>
          <Select value={route.frameId} onChange={(event) => setFrameId(event.target.value)} inputProps={{ 'aria-label': translate('letter.route') }}>
            {letter.routes.map((each) => <MenuItem key={each.frameId} value={each.frameId}>{nameOf(each)}</MenuItem>)}
          </Select>
        </FormControl>
      )}
    >
      <Typography variant="body2" color="text.secondary">{nameOf(route)} · {translate('route.version', { n: route.version })}</Typography>
      <Stack direction="row" spacing={2} useFlexGap sx={{ my: 0.5, flexWrap: 'wrap' }}>
        {(['current', 'visited', 'ahead'] as const).map((state) => <Typography key={state} variant="body2">{STATE_SIGN[state]} {translate(`route.state.${state}`)}</Typography>)}
      </Stack>
      {/* As tall as the drawing needs to be read: the page scrolls, the drawing does not shrink. */}
      <Box sx={{ height: { xs: Math.max(360, height * 0.62), md: Math.max(360, height * 0.92) }, border: 1, borderColor: 'divider', borderRadius: 1.5, '& .react-flow__attribution a': { color: 'text.secondary' } }}>
        <ReactFlow
          key={route.frameId}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          colorMode={palette.mode}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          fitView
          fitViewOptions={{ maxZoom: 1, minZoom: 0.3, padding: 0.04 }}
          minZoom={0.2}
          proOptions={{ hideAttribution: false }}
          preventScrolling={false}
          zoomOnScroll={false}
          ariaLabelConfig={{
            'controls.zoomIn.ariaLabel': translate('pdf.zoomIn'),
            'controls.zoomOut.ariaLabel': translate('pdf.zoomOut'),
            'controls.fitView.ariaLabel': translate('pdf.fit'),
            'controls.ariaLabel': translate('route.controls'),
          }}
        >
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </Box>
    </Panel>
  );
}

type Texts = {
  readonly localName: ReturnType<typeof useLocalName>;
  readonly stateLabel: (state: StepState) => string;
  readonly kindLabel: (type: string) => string;
  readonly taken: string;
  readonly ahead: string;
};

function draw(route: RouteView, texts: Texts): { nodes: StepNode[]; edges: Edge[]; height: number } {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 46, ranksep: 56, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of route.nodes) graph.setNode(id, { width: WIDTH, height: HEIGHT });
  for (const { from, to } of route.edges) graph.setEdge(from, to);
  layout(graph);
  const nodes = route.nodes.map((node): StepNode => {
    const place = graph.node(node.id);
    return {
      id: node.id,
      type: 'step',
      position: { x: place.x - WIDTH / 2, y: place.y - HEIGHT / 2 },
      data: { label: texts.localName(node.name), kind: texts.kindLabel(node.type), state: node.state, stateLabel: texts.stateLabel(node.state) },
      ariaLabel: `${texts.localName(node.name)} (${texts.stateLabel(node.state)})`,
    };
  });
  const edges = route.edges.map((edge): Edge => {
    const colour = edge.isTaken ? texts.taken : texts.ahead;
    return {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      // Branches of a condition have only a code: a word of the designer's, not of the reader's.
      label: edge.label.th === edge.outcome ? '' : texts.localName(edge.label),
      markerEnd: { type: MarkerType.ArrowClosed, color: colour },
      style: { stroke: colour, strokeWidth: edge.isTaken ? 2.5 : 1, ...(edge.isTaken ? {} : { strokeDasharray: '5 4' }) },
    };
  });
  return { nodes, edges, height: graph.graph().height ?? 0 };
}
