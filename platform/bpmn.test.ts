import * as fc from 'fast-check';
import { canonicalJson } from '#domain/canonical-json';
import { BPMN_MAX } from '#domain/contracts/route-design';
import { draftFromBpmn } from '#domain/route/exchange/from-bpmn';
import { draftToBpmn } from '#domain/route/exchange/to-bpmn';
import { sayReport } from '#domain/route/exchange/report';
import type { RouteDraft } from '#domain/route/operations';
import { anyDraft } from '#domain/route/testing/any-draft';
import { approval, endNode, post, refusedNode, route, startNode } from '#domain/route/testing/build';
import { readBpmn, writeBpmn } from './bpmn';

const again = async (draft: RouteDraft) => draftFromBpmn(await readBpmn(await writeBpmn(draftToBpmn(draft))));

test('1,000 routes of chance are the very same after a file, and nothing needs to be said of them', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const read = await again(draft);
      expect(canonicalJson(read.draft)).toBe(canonicalJson(draft));
      expect(read.report).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

const decision = { id: 'd', type: 'decide', branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'urgency', operator: '=', value: 'urgent' }] } }], otherwise: 'no' } as const;
const small: RouteDraft = {
  route: route([startNode, approval('a', 'chief', { canReject: true }), decision, endNode, refusedNode], ['start a', 'a approve d', 'a reject refused', 'd yes end', 'd no refused']),
  layout: { start: { x: 0, y: 0 }, a: { x: 10.5, y: 120 } },
};

test('other modellers see tasks, a gateway for the ways out of a step, conditions in FEEL, the default, and a drawing', async () => {
  const xml = await writeBpmn(draftToBpmn(small));
  expect(xml).toContain('<bpmn:userTask id="step_a"');
  expect(xml).toMatch(/<bpmn:exclusiveGateway id="ways_a"/);
  expect(xml).toMatch(/<bpmn:exclusiveGateway id="step_d"[^>]* default="line_e4"/);
  expect(xml).toMatch(/<bpmn:conditionExpression [^>]*language="https:\/\/www.omg.org\/spec\/DMN\/[^>]*>urgency = "urgent"</);
  expect(xml).toMatch(/<bpmndi:BPMNShape [^>]*bpmnElement="step_a">\s*<dc:Bounds x="10.5" y="120"/);
  expect(xml.match(/<bpmndi:BPMNEdge /g)).toHaveLength(6);
});

test('a wait for an event is an event that a message ends, in the file and back; others’ events become one that somebody reports', async () => {
  const session = { id: 'w', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 2 } } } as const;
  const draft: RouteDraft = { route: route([startNode, session, endNode], ['start w', 'w end']), layout: {} };
  const xml = await writeBpmn(draftToBpmn(draft));
  expect(xml).toMatch(/<bpmn:intermediateCatchEvent id="step_w"[\s\S]*<bpmn:messageEventDefinition/);
  expect(xml).not.toContain('timerEventDefinition');
  expect(await again(draft)).toEqual({ draft, report: [] });
  const foreign = draftFromBpmn(await readBpmn(file(`<startEvent id="S"/>
    ${['message', 'signal', 'conditional'].map((kind) => `<intermediateCatchEvent id="${kind}" name="มีมติ"><${kind}EventDefinition id="${kind}D"/></intermediateCatchEvent>`).join('')}
    <intermediateCatchEvent id="link"><linkEventDefinition id="LD" name="x"/></intermediateCatchEvent><endEvent id="E"/>
    ${flow('f1', 'S', 'message')}${flow('f2', 'message', 'signal')}${flow('f3', 'signal', 'conditional')}${flow('f4', 'conditional', 'link')}${flow('f5', 'link', 'E')}`)));
  expect(foreign.report.map(({ element, code }) => `${element.id} ${code}`)).toEqual([
    'S STEP_TAKEN', 'message EVENT_AS_WAIT', 'signal EVENT_AS_WAIT', 'conditional EVENT_AS_WAIT', 'link EVENT_PASSED', 'E STEP_TAKEN', 'C1 EXTRA_DROPPED',
  ]);
  expect(foreign.draft.route.nodes.find(({ id }) => id === 'signal')).toMatchObject({ type: 'wait', name: 'มีมติ', event: 'มีมติ', assignee: { by: 'drafter' } });
});

test('what was changed in another modeller is taken over and said: a name, a place, a line, a copied step', async () => {
  const diagram = draftToBpmn(small);
  const elements = diagram.elements.map((element) => (element.id === 'step_a' ? { ...element, name: 'ผู้อำนวยการ', bounds: { ...element.bounds!, x: 99, y: 98 } } : element));
  const copy = { ...elements.find(({ id }) => id === 'step_a')!, id: 'Activity_1' };
  const flows = diagram.flows.map((flow) => (flow.id === 'line_e3' ? { ...flow, to: 'step_refused' } : flow));
  const { draft, report } = draftFromBpmn(await readBpmn(await writeBpmn({ ...diagram, elements: [...elements, copy], flows })));
  expect(draft.route.nodes.find(({ id }) => id === 'a')?.name).toBe('ผู้อำนวยการ');
  expect(draft.layout['a']).toEqual({ x: 99, y: 98 });
  expect(draft.route.edges.find(({ id }) => id === 'e3')).toEqual({ id: 'e3', from: 'd', outcome: 'yes', to: 'refused' });
  expect(draft.route.nodes.filter(({ type }) => type === 'approve').map(({ id }) => id)).toEqual(['a', 'a1']);
  expect(report.map(({ code, nodeId }) => [code, nodeId])).toEqual([['STEP_RENAMED', 'a'], ['STEP_COPIED', 'a1'], ['STEP_RENAMED', 'a1']]);
});

test('settings that another program spoiled leave an empty step, and that is said', async () => {
  const diagram = draftToBpmn({ route: route([startNode, { id: 'w', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] }, endNode], ['start w', 'w done end']), layout: {} });
  const elements = diagram.elements.map((element) => (element.id === 'step_w' ? { ...element, own: '{"step":{"id":' } : element.id === 'step_end' ? { ...element, kind: 'userTask' as const } : element));
  const { draft, report } = draftFromBpmn(await readBpmn(await writeBpmn({ ...diagram, elements })));
  expect(report.map(({ code, verdict }) => [code, verdict])).toEqual([['SETTINGS_UNREADABLE', 'approximated'], ['KIND_CHANGED', 'approximated']]);
  expect(draft.route.nodes.map(({ id, type }) => `${id} ${type}`)).toEqual(['start start', 'step_w work', 'step_end work']);
  expect(draft.route.edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`)).toEqual(['start next step_w', 'step_w done step_end']);
});

/** As other modellers write: their own prefixes and ids, a pool with lanes, notes, unnamed gateways. */
const file = (process: string, drawing = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="D1" targetNamespace="urn:other">
<collaboration id="C1"><participant id="P1" name="อำเภอ" processRef="X1"/></collaboration>
<process id="X1" name="รับเรื่องร้องเรียน">${process}</process>${drawing}</definitions>`;
const flow = (id: string, from: string, to: string, more = '') => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" ${more.startsWith('<') ? `>${more}</sequenceFlow>` : `${more}/>`}`;

test('a file of another modeller becomes an unfinished route with a line of report for everything in it', async () => {
  const { draft, report } = draftFromBpmn(await readBpmn(file(`
    <laneSet id="LS"><lane id="L1" name="งานสารบรรณ"/></laneSet>
    <startEvent id="st.1" name="มีผู้ร้อง"/>
    <userTask id="T1" name="ตรวจคำร้อง"/><exclusiveGateway id="G1" name="ครบหรือไม่"/>
    <serviceTask id="T2" name="ออกเลข"/><parallelGateway id="F1"/><manualTask id="T3"/><task id="T4" name="แจ้ง"/><parallelGateway id="J1"/>
    <intermediateCatchEvent id="W1" name="รอ 15 วัน"><timerEventDefinition id="TD"/></intermediateCatchEvent>
    <intermediateThrowEvent id="E1" name="ประกาศ"/><boundaryEvent id="B1" name="เกินเวลา" attachedToRef="T2"/>
    <sendTask id="S1" name="ส่ง"/><receiveTask id="R1" name="รอคำตอบ"/><subProcess id="SP" name="พิจารณา"><task id="in"/></subProcess>
    <endEvent id="Z1"/><endEvent id="Z2" name="ไม่รับ"/><textAnnotation id="N1"><text>x</text></textAnnotation>
    ${flow('f1', 'st.1', 'T1')}${flow('f2', 'T1', 'G1')}${flow('f3', 'G1', 'T2', 'name="ครบ"')}${flow('f4', 'G1', 'Z2', '<conditionExpression>${not complete}</conditionExpression>')}
    ${flow('f5', 'T2', 'F1')}${flow('f6', 'F1', 'T3')}${flow('f7', 'F1', 'T4')}${flow('f8', 'T3', 'J1')}${flow('f9', 'T4', 'J1')}
    ${flow('f10', 'J1', 'W1')}${flow('f11', 'W1', 'E1')}${flow('f12', 'E1', 'S1')}${flow('f13', 'S1', 'R1')}${flow('f14', 'R1', 'SP')}${flow('f15', 'SP', 'Z1')}${flow('f16', 'B1', 'Z2')}`)));
  expect(draft.route.name).toBe('รับเรื่องร้องเรียน');
  expect(draft.route.nodes.map(({ id, type }) => `${id} ${type}`)).toEqual([
    'st_1 start', 'T1 work', 'T2 work', 'F1 fork', 'T3 work', 'T4 work', 'J1 join', 'W1 wait', 'S1 dispatch', 'R1 followUp', 'SP work', 'Z1 end', 'Z2 end',
  ]);
  expect(draft.route.edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`)).toEqual([
    'st_1 next T1', 'T1 w1 T2', 'T1 w2 Z2', 'T2 done F1', 'F1 w1 T3', 'F1 w2 T4', 'T3 done J1', 'T4 done J1', 'J1 next W1', 'W1 next S1', 'S1 next R1', 'R1 next SP', 'SP done Z1',
  ]);
  expect(draft.route.nodes.find(({ id }) => id === 'T1')).toMatchObject({ outcomes: [{ code: 'w1', name: 'ครบ' }, { code: 'w2', name: 'ไม่รับ' }] });
  expect(draft.route.nodes.find(({ id }) => id === 'J1')).toMatchObject({ fork: 'F1' });
  expect(report.map(({ element, verdict, code }) => `${element.id} ${verdict} ${code}`)).toEqual([
    'st.1 mapped STEP_TAKEN', 'T1 mapped TASK_AS_WORK', 'G1 mapped GATEWAY_AS_WAYS', 'T2 approximated MACHINE_AS_WORK', 'F1 mapped FORK_TAKEN', 'T3 mapped TASK_AS_WORK', 'T4 mapped TASK_AS_WORK',
    'J1 mapped JOIN_TAKEN', 'W1 approximated TIMER_AS_WAIT', 'E1 dropped EVENT_PASSED', 'B1 dropped BOUNDARY_DROPPED', 'S1 approximated SENDS_AS_DISPATCH', 'R1 approximated RECEIVES_AS_FOLLOW_UP',
    'SP approximated PARTS_AS_WORK', 'Z1 mapped STEP_TAKEN', 'Z2 mapped STEP_TAKEN', 'f16 dropped LINE_DROPPED', 'f4 dropped CONDITION_DROPPED',
    'N1 dropped EXTRA_DROPPED', 'L1 dropped EXTRA_DROPPED', 'C1 dropped EXTRA_DROPPED',
  ]);
  expect(sayReport(report[3]!, 'th')).toBe('serviceTask “ออกเลข”: ระบบนี้ไม่มีขั้นตอนอัตโนมัติเช่นนี้ จึงนำเข้าเป็นงานที่มีผู้ดำเนินการ');
});

test('gateways that decide, merge, join and fork at once, nested forks and tasks with several lines', async () => {
  const { draft, report } = draftFromBpmn(await readBpmn(file(`
    <startEvent id="s"/><exclusiveGateway id="d"/><parallelGateway id="f"/><parallelGateway id="g"/><task id="a"/><task id="b"/><task id="c"/>
    <parallelGateway id="h"/><parallelGateway id="j"/><exclusiveGateway id="m"/><parallelGateway id="one"/><endEvent id="e"/>
    ${flow('f1', 's', 'd')}${flow('f2', 'd', 'f')}${flow('f3', 'd', 'm')}${flow('f4', 'f', 'g')}${flow('f5', 'f', 'c')}${flow('f6', 'g', 'a')}${flow('f7', 'g', 'b')}
    ${flow('f8', 'a', 'h')}${flow('f9', 'b', 'h')}${flow('f10', 'h', 'j')}${flow('f11', 'c', 'j')}${flow('f12', 'c', 'm')}${flow('f13', 'j', 'm')}${flow('f14', 'm', 'one')}${flow('f15', 'one', 'e')}`)));
  expect(draft.route.nodes.filter(({ type }) => type === 'join')).toMatchObject([{ id: 'h', fork: 'g' }, { id: 'j', fork: 'f' }]);
  expect(draft.route.nodes.find(({ id }) => id === 'd')).toMatchObject({ type: 'decide', branches: [{ outcome: 'w1', when: { rules: [] } }], otherwise: 'w2' });
  expect(draft.route.edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`)).toEqual([
    's next d', 'd w1 f', 'd w2 e', 'f w1 g', 'f w2 c', 'g w1 a', 'g w2 b', 'a done h', 'b done h', 'h next j', 'c w1 j', 'c w2 e', 'j next e',
  ]);
  expect(report.flatMap(({ element, code }) => (['GATEWAY_AS_DECISION', 'GATEWAY_PASSED', 'WAYS_AS_OUTCOMES'].includes(code) ? [`${element.id} ${code}`] : []))).toEqual([
    'd GATEWAY_AS_DECISION', 'm GATEWAY_PASSED', 'one GATEWAY_PASSED', 'c WAYS_AS_OUTCOMES',
  ]);
});

test('lines that lead round and round past nothing but gateways end, and are reported', async () => {
  const { draft, report } = draftFromBpmn(await readBpmn(file(`<startEvent id="s"/><exclusiveGateway id="x"/><exclusiveGateway id="y"/>${flow('f1', 's', 'x')}${flow('f2', 'x', 'y')}${flow('f3', 'y', 'x')}`)));
  expect(draft.route.edges).toEqual([]);
  expect(report.map(({ code }) => code)).toEqual(['STEP_TAKEN', 'GATEWAY_PASSED', 'GATEWAY_PASSED', 'LINE_DROPPED', 'EXTRA_DROPPED']);
});

test('what the file itself has wrong is reported beside what could be read of it', async () => {
  const { draft, report } = draftFromBpmn(await readBpmn(file(`<startEvent id="s"/><task id="1 2"/>${flow('f1', 's', 'gone')}`)));
  expect(draft.route.nodes.map(({ id }) => id)).toEqual(['s']);
  expect(report.map(({ verdict, element: { kind, name } }) => `${verdict} ${kind} ${name}`)).toEqual(expect.arrayContaining([expect.stringMatching(/^dropped xml .*1 2/), expect.stringMatching(/^dropped xml .*gone/), 'dropped sequenceFlow ']));
});

test.each([
  ['too large', 'FILE_TOO_LARGE', ' '.repeat(BPMN_MAX + 1)],
  ['an external entity', 'BPMN_ENTITIES_REFUSED', `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${file('<startEvent id="s" name="&e;"/>')}`],
  ['no XML', 'BPMN_NOT_XML', 'PK\u0003\u0004'],
  ['cut off', 'BPMN_NOT_XML', file('<startEvent id="s"/>').slice(0, -20)],
  ['other XML', 'BPMN_NOT_XML', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['no steps', 'BPMN_WITHOUT_PROCESS', file('')],
])('a file that cannot be taken is refused: %s', async (_what, code, xml) => {
  await expect(readBpmn(xml)).rejects.toMatchObject({ code });
});
