import { Box, useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { Background, type Connection, Controls, type EdgeChange, MarkerType, MiniMap, type NodeChange, ReactFlow, type ReactFlowInstance, ReactFlowProvider, SelectionMode, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { openOutcomes } from '#domain/route/edits';
import type { NodeType } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import { sayStep } from '#domain/route/say';
import { stepForms } from '#domain/route/steps/forms';
import { EmptyState } from '../../../components/states';
import { DRAWING_LOOK, STEP_HEIGHT, STEP_WIDTH } from '../../../components/StepBox';
import { useLocalName } from '../../../providers/auth/use-session';
import { useLang } from '../../../providers/i18n/use-lang';
import { useDesigner } from '../designer-context';
import type { Selection } from '../editor/editor-state';
import { useCoveredText } from '../editor/outcome-text';
import { DRAG_TYPE } from './drag-type';
import { firstView, useInSight } from './sight';
import { type DrawnLine, StepEdge } from './StepEdge';
import { type DrawnStep, StepNode } from './StepNode';

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { line: StepEdge };
/** Small: what is drawn matters more. */
const MAP = { width: 120, height: 84 };
const GRID: [number, number] = [8, 8];
/** Handles by their places, so that lines are drawn before anything has been measured. */
const HANDLES = [
  { type: 'target' as const, position: 'top' as DrawnStep['targetPosition'] & string, x: STEP_WIDTH / 2 - 7, y: -7, width: 14, height: 14 },
  { type: 'source' as const, position: 'bottom' as DrawnStep['sourcePosition'] & string, x: STEP_WIDTH / 2 - 7, y: STEP_HEIGHT - 7, width: 14, height: 14 },
];

/** What the frame around the canvas asks of it. */
export type CanvasHandle = { readonly fit: () => void; /** Brings a step into view. */ readonly show: (id: string) => void; readonly centre: () => { readonly x: number; readonly y: number } };

export function Canvas({ onHandle }: { readonly onHandle: (handle: CanvasHandle | null) => void }) {
  return <ReactFlowProvider><Drawing onHandle={onHandle} /></ReactFlowProvider>;
}

function Drawing({ onHandle }: { readonly onHandle: (handle: CanvasHandle | null) => void }) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const { editor, isReadOnly, played, openSettings } = useDesigner();
  const flow = useReactFlow<DrawnStep, DrawnLine>();
  const frame = useRef<HTMLDivElement>(null);
  const { nodes, edges, onNodesChange } = useDrawn();
  const connecting = useConnecting();

  useEffect(() => {
    const duration = isStill ? 0 : 300;
    onHandle({
      fit: () => void flow.fitView({ duration, maxZoom: 1 }),
      show: (id) => centreOn(flow, id, duration),
      centre: () => {
        const box = frame.current?.getBoundingClientRect();
        const middle = flow.screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 });
        return { x: Math.round(middle.x - STEP_WIDTH / 2), y: Math.round(middle.y - STEP_HEIGHT / 2) };
      },
    });
    return () => onHandle(null);
  }, [flow, isStill, onHandle]);
  useFollow(played?.at[0] ?? null, isStill);
  useInSight({ flow, frame, chosen: editor.selection.nodes.length === 1 ? (editor.selection.nodes[0] ?? null) : null, duration: isStill ? 0 : 250 });
  const begin = (): void => {
    const box = frame.current?.getBoundingClientRect();
    const view = box === undefined ? null : firstView(editor.draft.route, editor.draft.layout, box);
    if (view !== null) void flow.setViewport(view);
  };

  const drop = (event: DragEvent): void => {
    const type = event.dataTransfer.getData(DRAG_TYPE);
    if (!isStepType(type) || isReadOnly) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    editor.add(type, { x: Math.round(at.x - STEP_WIDTH / 2), y: Math.round(at.y - STEP_HEIGHT / 2) });
  };
  return (
    <Box ref={frame} sx={{ position: 'relative', width: '100%', height: '100%', ...DRAWING_LOOK, '& .react-flow__handle': { bgcolor: 'primary.main' } }} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <ReactFlow<DrawnStep, DrawnLine>
        aria-label={translate('designer.canvas.label')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        colorMode={palette.mode}
        onNodesChange={onNodesChange}
        onEdgesChange={(changes) => selectEdges(changes, editor.selection, editor.select)}
        onNodeDoubleClick={(_, { id }) => openSettings(id)}
        {...connecting}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        // Both keys are shortcuts of the designer, where the outline has them too.
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
        selectionMode={SelectionMode.Partial}
        connectOnClick
        snapToGrid
        snapGrid={GRID}
        onInit={begin}
        minZoom={0.1}
        proOptions={{ hideAttribution: false }}
        ariaLabelConfig={useAriaLabels()}
      >
        <Background gap={GRID[0] * 3} />
        <Controls showInteractive={false} />
        <MiniMap pannable zoomable style={MAP} ariaLabel={translate('designer.canvas.minimap')} />
      </ReactFlow>
      {nodes.length > 0 ? null : <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center', pointerEvents: 'none' }}><EmptyState title={translate('designer.canvas.empty')} text={translate('designer.canvas.emptyText')} /></Box>}
    </Box>
  );
}

const isStepType = (type: string): type is NodeType => Object.hasOwn(stepForms, type);

/** The draft as React Flow draws it; while steps are dragged they stand where the pointer has them, and in the draft when it lets go. */
function useDrawn() {
  const translate = useTranslate();
  const localName = useLocalName();
  const lang = useLang();
  const { palette } = useTheme();
  const { editor, outcomeText, casesOn } = useDesigner();
  const covered = useCoveredText();
  const { draft: { route, layout }, selection } = editor;
  const [moving, setMoving] = useState<Layout | null>(null);
  const nodes = useMemo(() => route.nodes.map((step): DrawnStep => ({
    id: step.id, type: 'step', data: { step }, position: moving?.[step.id] ?? layout[step.id] ?? { x: 0, y: 0 }, selected: selection.nodes.includes(step.id),
    width: STEP_WIDTH, height: STEP_HEIGHT, measured: { width: STEP_WIDTH, height: STEP_HEIGHT }, handles: HANDLES as NonNullable<DrawnStep['handles']>,
    ariaLabel: translate('designer.canvas.node', { name: localName({ th: step.name, en: step.nameEn ?? '' }), kind: localName(stepForms[step.type].label) }),
  })), [route, layout, moving, selection, translate, localName]);
  const byId = useMemo(() => new Map(route.nodes.map((node) => [node.id, node])), [route]);
  const edges = useMemo(() => route.edges.map((edge): DrawnLine => {
    const label = outcomeText(byId.get(edge.from), edge.outcome);
    const nameOf = (id: string): string => sayStep(route, id, { lang });
    return {
      id: edge.id, type: 'line', source: edge.from, target: edge.to, selected: selection.edges.includes(edge.id), data: { label, from: nameOf(edge.from), to: nameOf(edge.to) },
      ariaLabel: translate('designer.canvas.edge', { from: nameOf(edge.from), to: nameOf(edge.to), outcome: [label, covered(casesOn(edge.id))].join(' ').trim() }), markerEnd: { type: MarkerType.ArrowClosed, color: palette.text.secondary },
    };
  }), [route, byId, selection, outcomeText, casesOn, covered, translate, lang, palette]);

  const onNodesChange = (changes: NodeChange<DrawnStep>[]): void => {
    const selected = new Set(selection.nodes);
    for (const change of changes) if (change.type === 'select') selected[change.selected ? 'add' : 'delete'](change.id);
    const chosen = route.nodes.flatMap(({ id }) => (selected.has(id) ? [id] : []));
    if (changes.some(({ type }) => type === 'select')) editor.select({ nodes: chosen, edges: selection.edges });
    const moved = changes.flatMap((change) => (change.type === 'position' && change.position !== undefined ? [change] : []));
    if (moved.length === 0) return;
    const places = Object.fromEntries(moved.map(({ id, position = { x: 0, y: 0 } }) => [id, position]));
    if (moved.some(({ dragging }) => dragging === true)) return setMoving((before) => ({ ...before, ...places }));
    // Steps pushed by the arrow keys, one after another, are one gesture; a drag is one by itself.
    editor.apply({ type: 'place', layout: { ...moving, ...places } }, moving === null ? { gesture: `move:${Object.keys(places).join()}` } : {});
    setMoving(null);
  };
  return { nodes, edges, onNodesChange };
}

function selectEdges(changes: EdgeChange<DrawnLine>[], selection: Selection, select: (selection: Selection) => void): void {
  const selected = new Set(selection.edges);
  for (const change of changes) if (change.type === 'select') selected[change.selected ? 'add' : 'delete'](change.id);
  if (changes.some(({ type }) => type === 'select')) select({ nodes: selection.nodes, edges: [...selected] });
}

/** Drawing a line: at once where only one way out is left, else by asking which. An end of a line can be drawn elsewhere. */
function useConnecting() {
  const { editor, ask } = useDesigner();
  const { route } = editor.draft;
  return {
    onConnect: ({ source, target }: Connection): void => {
      const node = route.nodes.find(({ id }) => id === source);
      if (node === undefined) return;
      const open = openOutcomes(route, node);
      if (open.length === 1) editor.connect(source, target, open[0] ?? null);
      else ask({ what: 'connect', from: source, to: target });
    },
    onReconnect: (line: DrawnLine, { source, target }: Connection): void => {
      const edge = route.edges.find(({ id }) => id === line.id);
      if (edge !== undefined) editor.apply({ type: 'redraw', edge: { ...edge, from: source, to: target } });
    },
  };
}

/** Brings the step at which a played path stands into view. */
function useFollow(at: string | null, isStill: boolean): void {
  const flow = useReactFlow<DrawnStep, DrawnLine>();
  useEffect(() => {
    if (at !== null) centreOn(flow, at, isStill ? 0 : 250);
  }, [at, flow, isStill]);
}

function centreOn(flow: ReactFlowInstance<DrawnStep, DrawnLine>, id: string, duration: number): void {
  const node = flow.getNode(id);
  if (node !== undefined) void flow.setCenter(node.position.x + STEP_WIDTH / 2, node.position.y + STEP_HEIGHT / 2, { zoom: Math.max(0.7, flow.getZoom()), duration });
}

function useAriaLabels() {
  const translate = useTranslate();
  return useMemo(() => ({
    'node.a11yDescription.default': translate('designer.canvas.node_help'),
    'node.a11yDescription.keyboardDisabled': translate('designer.canvas.node_help'),
    'edge.a11yDescription.default': translate('designer.canvas.edge_help'),
    'controls.zoomIn.ariaLabel': translate('pdf.zoomIn'),
    'controls.zoomOut.ariaLabel': translate('pdf.zoomOut'),
    'controls.fitView.ariaLabel': translate('designer.act.fit'),
    'controls.ariaLabel': translate('route.controls'),
    'minimap.ariaLabel': translate('designer.canvas.minimap'),
  }), [translate]);
}
