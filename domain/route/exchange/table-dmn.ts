/** A decision table as a DMN 1.3 file (OMG formal/21-02-01), for other modellers to open: inputs, outputs, hit policy and rules in FEEL. */
import { findFact, type FactType } from '../facts';
import type { DecisionTable } from '../model';
import { feelOfCell, feelOfValue } from './feel';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const TYPES: { readonly [T in FactType]: string } = {
  choice: 'string', text: 'string', number: 'number', yesNo: 'boolean', date: 'date', unit: 'string', post: 'string', office: 'string', person: 'string', units: 'Any',
};
const HIT_POLICIES: { readonly [P in DecisionTable['hitPolicy']]: string } = { first: 'FIRST', unique: 'UNIQUE', collect: 'COLLECT' };

/** @param name of the decision, as people call it */
export function tableToDmn(table: DecisionTable, { id, name }: { readonly id: string; readonly name: string }): string {
  const inputs = table.inputs.flatMap((fact, at) => [
    `      <input id="input_${at + 1}" label="${escape(labelOf(fact))}">`,
    `        <inputExpression id="expression_${at + 1}" typeRef="${typeOf(fact)}"><text>${escape(fact)}</text></inputExpression>`,
    '      </input>',
  ]);
  const outputs = table.outputs.map((fact, at) => `      <output id="output_${at + 1}" name="${escape(fact)}" label="${escape(labelOf(fact))}" typeRef="${typeOf(fact)}"/>`);
  const rules = table.rules.flatMap(({ id: rule, when, then }) => [
    `      <rule id="rule_${escape(rule)}">`,
    ...when.map((cell, at) => `        <inputEntry id="${escape(rule)}_in_${at + 1}"><text>${escape(feelOfCell(table.inputs[at] ?? '', cell))}</text></inputEntry>`),
    ...then.map((value, at) => `        <outputEntry id="${escape(rule)}_out_${at + 1}"><text>${escape(feelOfOutput(table.outputs[at] ?? '', value))}</text></outputEntry>`),
    '      </rule>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="${NAMESPACE}" id="definitions_${escape(id)}" name="${escape(name)}" namespace="urn:esaraban:decision">`,
    `  <decision id="decision_${escape(id)}" name="${escape(name)}">`,
    `    <decisionTable id="table_${escape(id)}" hitPolicy="${HIT_POLICIES[table.hitPolicy]}">`,
    ...inputs, ...outputs, ...rules,
    '    </decisionTable>',
    '  </decision>',
    '</definitions>',
    '',
  ].join('\n');
}

const labelOf = (fact: string): string => findFact(fact)?.th ?? fact;
const typeOf = (fact: string): string => TYPES[findFact(fact)?.type ?? 'text'];
/** Several values are a list. */
const feelOfOutput = (fact: string, value: DecisionTable['rules'][number]['then'][number]): string => (Array.isArray(value) ? `[${feelOfValue(fact, value)}]` : feelOfValue(fact, value));

const ENTITIES: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Signs that XML 1.0 has no way to write are left out. */
// eslint-disable-next-line no-control-regex
const escape = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
