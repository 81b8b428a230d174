import { createContext, useContext } from 'react';
import type { NodeId, RouteNode } from '#domain/route/model';
import type { Finding } from '#domain/route/verify';
import type { Editor } from './editor/use-editor';

/** A dialog that a command opens: what it asks is answered there and then done. */
export type Asking =
  | { readonly what: 'add' }
  | { readonly what: 'next'; readonly from: NodeId }
  | { readonly what: 'insert'; readonly edgeId: string }
  | { readonly what: 'connect'; readonly from: NodeId; readonly to?: NodeId }
  | { readonly what: 'rename'; readonly nodeId: NodeId }
  | { readonly what: 'describe' }
  | { readonly what: 'find' };

/** Where a path or a rehearsal that is being played stands: the steps and lines it has gone, and the steps it is at. */
export type Played = { readonly at: readonly NodeId[]; readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<string> };

/** What steps, lines and rows need of the designer around them. */
export type DesignerParts = {
  readonly editor: Editor;
  readonly isReadOnly: boolean;
  readonly ask: (asking: Asking) => void;
  /** Opens the settings of a step and puts the cursor there. */
  readonly openSettings: (nodeId: NodeId) => void;
  readonly findingsOf: (nodeId: NodeId) => readonly Finding[];
  /** Posts and units named by a step that the office does not have. */
  readonly foreignOf: (node: RouteNode) => readonly string[];
  readonly outcomeText: (node: RouteNode | undefined, outcome: string) => string;
  readonly played: Played | null;
  /** How many test cases take a line; null where there is no test case, or the line was not checked yet. */
  readonly casesOn: (edgeId: string) => number | null;
};

export const DesignerContext = createContext<DesignerParts | null>(null);

export function useDesigner(): DesignerParts {
  const parts = useContext(DesignerContext);
  if (parts === null) throw new Error('outside of the designer');
  return parts;
}
