/** Drafts with steps of every type, set by chance and drawn anyhow: for properties of what reads and writes routes. */
import * as fc from 'fast-check';
import type { NodeType, RouteEdge, RouteNode } from '../model';
import type { RouteDraft } from '../operations';
import { stepForms } from '../steps/forms';
import { nodeSchema } from '../verify-schema';
import { openOutcomes } from '../edits';

const TYPES = Object.keys(stepForms) as NodeType[];
/** Names as people and other programs write them: Thai, quotes, brackets, line ends, signs beyond the basic plane. */
const anyName = fc.oneof(
  fc.constantFrom('เสนอหัวหน้า', 'ลงนาม "แทน" <ผู้ว่าฯ> & คณะ', "a'b", 'บรรทัด\nใหม่', 'แท็บ\tหนึ่ง', '😀 ด่วน', ']]>', '&amp;', '\u0001ก'),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
).map((name) => name.trim()).filter((name) => name.length > 0 && name.length <= 200);
const anyPlace = fc.record({ x: fc.double({ min: -5000, max: 5000, noNaN: true }), y: fc.integer({ min: -5000, max: 5000 }) });

const anySettings = fc.record(
  {
    nameEn: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    description: anyName,
    deadline: fc.constantFrom({ rule: { unit: 'workingDays', amount: 3 } }, { fact: 'dueOn' }),
    canReject: fc.boolean(), canForward: fc.boolean(), requireDue: fc.boolean(),
    escalation: fc.constantFrom([], [{ id: 'r1', when: 'afterDue', offset: { unit: 'workingHours', amount: 2 }, act: 'remindSuperior' }]),
    fields: fc.constantFrom(['proposedUnit'], ['dueOn', 'amount']),
  },
  { requiredKeys: [] },
);

/** What a step of this type may hold of the settings: those its schema refuses are left out. */
function stepFrom(type: NodeType, { id, name, settings }: { readonly id: string; readonly name: string; readonly settings: object }): RouteNode {
  return Object.entries(settings).reduce<RouteNode>((node, [key, value]) => {
    const read = nodeSchema.safeParse({ ...node, [key]: value });
    return read.success ? read.data : node;
  }, { ...stepForms[type].fresh(id), name });
}

/** A draft of one to thirty steps; lines lead anywhere, by outcomes that are open and some that are not. */
export const anyDraft: fc.Arbitrary<RouteDraft> = fc
  .record({
    name: anyName,
    steps: fc.array(fc.record({ type: fc.constantFrom(...TYPES), name: anyName, settings: anySettings, place: fc.option(anyPlace) }), { minLength: 1, maxLength: 30 }),
    lines: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), unknown: fc.option(fc.constantFrom('ผ่าน', 'x<y', 'next'), { freq: 4 }) }), { maxLength: 50 }),
  })
  .map(({ name, steps, lines }): RouteDraft => {
    const nodes = steps.map(({ type, name: label, settings }, no) => stepFrom(type, { id: `n${no}`, name: label, settings }));
    const bare = { schemaVersion: 1 as const, name, nodes };
    const edges = lines.reduce<readonly RouteEdge[]>((drawn, { from, to, unknown }) => {
      const node = nodes[from % nodes.length]!;
      const outcome = unknown ?? openOutcomes({ ...bare, edges: drawn }, node)[0];
      return outcome === undefined ? drawn : [...drawn, { id: `e${drawn.length}`, from: node.id, outcome, to: nodes[to % nodes.length]!.id }];
    }, []);
    return { route: { ...bare, edges }, layout: Object.fromEntries(steps.flatMap(({ place }, no) => (place === null ? [] : [[`n${no}`, place]]))) };
  });
