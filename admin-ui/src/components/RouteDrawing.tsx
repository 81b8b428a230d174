import { Box, Link } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { Background, Controls, type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { LocalName } from '#domain/contracts/common';
import { hasThai } from '#domain/thai/script';
import type { ToneName } from '../theme/theme';
import { useLocalName } from '../providers/auth/use-session';
import { placesOf } from './route-places';
import { DRAWING_LOOK, StepBox } from './StepBox';

type StepState = 'current' | 'visited' | 'ahead';
/** A route to draw. `state` and `isTaken` where a letter runs on it; a route by itself has neither. */
/** What is said at a step or line beside its name: a tone, a sign and a word, never the colour alone. */
type DrawnMark = { readonly tone: ToneName; readonly sign: string; readonly text: string; readonly isDashed?: boolean; /** What the mark opens. */ readonly to?: string };
export type DrawnRoute = {
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly name: LocalName; readonly state?: StepState; readonly mark?: DrawnMark }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string; readonly outcome: string; readonly label: LocalName; readonly isTaken?: boolean; readonly mark?: DrawnMark }[];
};
type StepNode = Node<{ readonly label: string; readonly kind: string; readonly state: StepState | null; readonly stateLabel: string; readonly mark: DrawnMark | null }, 'step'>;

/** Before a step's name: where the letter is, has been, and is not yet. */
export const STATE_SIGN: { readonly [K in StepState]: string } = { current: '●', visited: '✓', ahead: '○' };
function Step({ data }: NodeProps<StepNode>) {
  const { mark } = data;
  const tone = mark !== null ? mark.tone : data.state === null ? 'calm' : TONES[data.state];
  const sign = mark !== null ? mark.sign : data.state === null ? '' : STATE_SIGN[data.state];
  return (
    <StepBox label={data.label} kind={data.kind} tone={tone} sign={sign} isStrong={data.state === 'current'} isDashed={mark?.isDashed === true} ariaLabel={named(data)}>
      {mark === null ? null : mark.to === undefined ? <Box component="span" sx={{ fontSize: 11.5, fontWeight: 700 }}>{mark.text}</Box> : <Link component={LinkBase} to={mark.to} className="nopan" color="inherit" sx={{ fontSize: 12, fontWeight: 700 }} aria-label={`${data.label}: ${mark.text}`}>{mark.text}</Link>}
      <Handle type="target" position={Position.Top} style={{ opacity: 0 }} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} style={{ opacity: 0 }} isConnectable={false} />
    </StepBox>
  );
}
const TONES: { readonly [K in StepState]: ToneName } = { current: 'info', visited: 'good', ahead: 'muted' };
const NODE_TYPES = { step: Step };

const named = ({ label, stateLabel }: { readonly label: string; readonly stateLabel: string }): string => (stateLabel === '' ? label : `${label} (${stateLabel})`);

const FIT = { maxZoom: 1, minZoom: 0.3, padding: 0.04 } as const;

/** Fits the drawing anew where its frame gets another size: a window made wider, a phone turned. */
function useRefit() {
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance<StepNode> | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => void flow.current?.fitView(FIT));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onInit = (instance: ReactFlowInstance<StepNode>): void => {
    flow.current = instance;
  };
  return { frame, onInit };
}

/** A route as a drawing to look at, as tall as it needs to be read: the page scrolls, the drawing does not shrink. */
export function RouteDrawing({ route }: { readonly route: DrawnRoute }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const { palette, tones } = useTheme();
  const { nodes, edges, height } = useMemo(
    () => draw(route, { localName, stateLabel: (state) => translate(`route.state.${state}`), kindLabel: (type) => translate(`nodeType.${type}`, { _: type }), taken: palette.primary.main, ahead: palette.text.secondary, ink: (tone) => tones[tone].ink }),
    [route, palette, tones, localName, translate],
  );
  const { frame, onInit } = useRefit();
  return (
    <Box ref={frame} sx={{ height: { xs: Math.max(360, height * 0.62), md: Math.max(360, height * 0.92) }, border: 1, borderColor: 'divider', borderRadius: 1.5, bgcolor: 'background.paper', ...DRAWING_LOOK }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={palette.mode}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        fitView
        fitViewOptions={FIT}
        onInit={onInit}
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
  );
}

type Texts = {
  readonly localName: ReturnType<typeof useLocalName>;
  readonly stateLabel: (state: StepState) => string;
  readonly kindLabel: (type: string) => string;
  readonly taken: string;
  readonly ahead: string;
  readonly ink: (tone: ToneName) => string;
};

function draw(route: DrawnRoute, texts: Texts): { nodes: StepNode[]; edges: Edge[]; height: number } {
  const { places, height } = placesOf(route);
  const nodes = route.nodes.map((node): StepNode => {
    const label = texts.localName(node.name);
    const stateLabel = node.mark !== undefined ? node.mark.text : node.state === undefined ? '' : texts.stateLabel(node.state);
    return {
      id: node.id,
      type: 'step',
      position: places[node.id] ?? { x: 0, y: 0 },
      data: { label, kind: texts.kindLabel(node.type), state: node.state ?? null, stateLabel, mark: node.mark ?? null },
      ariaLabel: named({ label, stateLabel }),
    };
  });
  const edges = route.edges.map((edge): Edge => {
    const { mark } = edge;
    const colour = mark !== undefined ? texts.ink(mark.tone) : edge.isTaken === true ? texts.taken : texts.ahead;
    // What has only a code is no word for a reader; an office's own Thai word is one.
    const word = edge.label.th === edge.outcome && !hasThai(edge.outcome) ? '' : texts.localName(edge.label);
    return {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      labelStyle: { fontSize: 12 },
      label: mark === undefined ? word : `${mark.sign} ${word === '' ? mark.text : word}`,
      markerEnd: { type: MarkerType.ArrowClosed, color: colour },
      style: { stroke: colour, strokeWidth: edge.isTaken === true || mark !== undefined ? 2.5 : 1, ...(edge.isTaken !== false && mark?.isDashed !== true ? {} : { strokeDasharray: '5 4' }) },
    };
  });
  return { nodes, edges, height };
}
